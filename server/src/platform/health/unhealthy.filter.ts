import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { ApiReply } from '../http/request';

/** What is wrong goes out as it is, for people who run the service. */
@Catch(ServiceUnavailableException)
export class UnhealthyFilter implements ExceptionFilter {
  catch(error: ServiceUnavailableException, host: ArgumentsHost): void {
    void host.switchToHttp().getResponse<ApiReply>().status(503).send(error.getResponse());
  }
}
