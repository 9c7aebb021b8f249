import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { create, type Font } from 'fontkit';
import { Config } from '../config';
import { Refusal } from '../http/refusal';

/** 思源黑体 with every character of GBK and the rare ones of names; its licence lies beside it. */
const packagedFont = (): string =>
  join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts/NotoSansHans-Regular.otf');

export interface ReadFont {
  bytes: Buffer;
  has: (codePoint: number) => boolean;
}

/** The one font of everything that is printed, read when it is needed first. */
@Injectable()
export class PrintFont {
  private kept: ReadFont | undefined;

  constructor(private readonly config: Config) {}

  /** @throws Refusal print_no_font when it is not there or is no font. */
  async read(): Promise<ReadFont> {
    this.kept ??= await this.readNew();
    return this.kept;
  }

  private async readNew(): Promise<ReadFont> {
    try {
      const bytes = await readFile(this.config.printFont ?? packagedFont());
      const font = create(bytes) as Font;
      return { bytes, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
    } catch {
      throw new Refusal('print_no_font');
    }
  }
}
