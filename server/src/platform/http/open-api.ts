import { type RefusalCode, refusals } from '@niangjia/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { stepsUp, wantsSecondFactor } from './allow';
import { fileOf, refusesOf, repliesOf } from './replies';
import { routeOf } from './route';
import { isPublic, Routes, type SeenRoute } from './routes';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Responses = Operation['responses'];
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const refusalSchema: Schema = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', enum: Object.keys(refusals) },
    message: { type: 'string', description: '给人看的话，说明下一步怎么办' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

const json = (schema: object, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

function codesOf(route: SeenRoute, operation: Operation): RefusalCode[] {
  const { creates } = routeOf(route.handler) ?? { creates: false };
  // A body is read, and its depth bounded, also where none is taken.
  const takes = route.method !== 'GET' || (operation.parameters ?? []).length > 0;
  return [
    ...(takes ? (['bad_input'] as const) : []),
    ...(route.method === 'GET' ? [] : (['bad_json', 'too_large', 'wrong_content_type'] as const)),
    ...(isPublic(route.handler) ? [] : (['session_ended', 'sign_in_needed', 'not_found'] as const)),
    ...(wantsSecondFactor(route.handler) ? (['second_factor_needed'] as const) : []),
    ...(stepsUp(route.handler) ? (['reauth_needed'] as const) : []),
    ...(creates ? (['idempotency_running', 'idempotency_other_body'] as const) : []),
    ...(route.method === 'GET' ? [] : (['too_many'] as const)),
    ...refusesOf(route.handler),
    'fault',
    'busy',
  ];
}

function refusalReplies(codes: RefusalCode[]): Responses {
  const statuses = [...new Set(codes.map((code) => refusals[code].status))];
  const replies = statuses.map((status) => {
    const some = codes.filter((code) => refusals[code].status === status);
    const schema = {
      allOf: [{ $ref: getSchemaPath('Refusal') }, { properties: { code: { enum: some } } }],
    };
    return [status, json(schema, some.map((code) => refusals[code].message).join(' '))];
  });
  return Object.fromEntries(replies) as Responses;
}

function successReply(route: SeenRoute): Responses {
  const status = routeOf(route.handler)?.creates ? 201 : 200;
  const file = fileOf(route.handler);
  if (file) return { [status]: { description: '文件', content: { [file]: {} } } };
  const replies = repliesOf(route.handler);
  if (!replies) return { [status]: { description: '办成了' } };

  const view = { $ref: getSchemaPath(replies.view) };
  const page = {
    type: 'object',
    required: ['items', 'next'],
    additionalProperties: false,
    properties: { items: { type: 'array', items: view }, next: { type: ['string', 'null'] } },
  };
  return { [status]: json(replies.page ? page : view, '办成了') };
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  description: '同一次提交重发时用同一个值。没有登录时要 22 到 128 个随机字符（A–Z a–z 0–9 _ -）。',
  schema: { type: 'string', minLength: 1, maxLength: 128 },
};

function complete(operation: Operation, route: SeenRoute): void {
  operation.responses = { ...successReply(route), ...refusalReplies(codesOf(route, operation)) };
  if (!isPublic(route.handler)) operation.security = [{ bearer: [] }];
  if (routeOf(route.handler)?.creates) {
    operation.parameters = [...(operation.parameters ?? []), keyParameter];
  }
}

const inBraces = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function operationOf(document: OpenAPIObject, { method, path }: SeenRoute): Operation | undefined {
  const item = document.paths[inBraces(path)] as Record<string, Operation> | undefined;
  return item?.[method.toLowerCase()];
}

/** Unknown fields are refused on the way in and never sent on the way out. */
function closeSchemas(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  for (const schema of Object.values(schemas)) {
    if ('type' in schema && schema.type === 'object') schema.additionalProperties = false;
  }
}

/** The OpenAPI document, from the endpoints, the input classes and the views. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('近邻娘家')
    .setDescription(
      '时间是 RFC 3339，长度是米，钱是分。每一种“不行”都是同一个样子：code、message、fields。',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
  });

  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Refusal: refusalSchema },
  };
  closeSchemas(document);
  for (const route of app.get(Routes).all()) {
    const operation = operationOf(document, route);
    if (operation) complete(operation, route);
  }
  return document;
}
