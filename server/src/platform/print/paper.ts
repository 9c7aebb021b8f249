import PDFDocument from 'pdfkit';
import type { ReadFont } from './print-font';

/** What stands for a character that the font cannot draw, as printers have long done it. */
const noGlyph = '〓';
const noGlyphNote = `${noGlyph}：这里有一个字或图形打印不出来，以系统里的为准。`;

const margin = 56;
const size = { title: 22, text: 11.5, small: 9 };
const labelWidth = 96;

/** One document on A4: what is put on it comes below what was put before. */
export class Paper {
  private readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly finished: Promise<void>;
  private lacksGlyph = false;

  constructor(
    private readonly font: ReadFont,
    /** At the foot of every page, before its number. */
    private readonly foot: string,
  ) {
    // Without a font of its own, so that none but ours is in the file.
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: margin, bottom: margin, left: margin, right: margin },
      bufferPages: true,
      font: null as never,
      lang: 'zh-CN',
    });
    this.finished = new Promise((resolve) => this.doc.on('end', resolve));
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.doc.font(font.bytes);
  }

  title(text: string): this {
    this.doc.fontSize(size.title).text(this.drawable(text), { align: 'center' }).moveDown(0.6);
    return this;
  }

  /** Small, at the right. */
  aside(text: string): this {
    this.doc.fontSize(size.small).text(this.drawable(text), { align: 'right' }).moveDown(0.6);
    return this;
  }

  text(text: string): this {
    this.doc.fontSize(size.text).text(this.drawable(text), this.left, this.doc.y, { lineGap: 4 });
    this.doc.moveDown(0.5);
    return this;
  }

  heading(text: string): this {
    this.keepTogether(60);
    this.doc.moveDown(0.4);
    this.doc.fontSize(size.text + 1.5).text(this.drawable(text), this.left, this.doc.y);
    this.line();
    return this;
  }

  /** A label and what it says, beside each other. */
  fact(label: string, text: string): this {
    this.keepTogether(30);
    const { y } = this.doc;
    this.doc.fontSize(size.text).text(this.drawable(label), this.left, y, { width: labelWidth });
    const below = this.doc.y;
    const page = this.pages;
    this.doc.text(this.drawable(text), this.left + labelWidth, y, { lineGap: 4 });
    if (page === this.pages) this.doc.y = Math.max(below, this.doc.y);
    this.doc.moveDown(0.3);
    this.doc.x = this.left;
    return this;
  }

  /** Not parted from what follows by the end of a page. */
  keepTogether(height: number): this {
    if (this.doc.y + height > this.doc.page.height - margin) this.doc.addPage();
    return this;
  }

  /** As PDF. Nothing can be put on it any more. */
  async bytes(): Promise<Buffer> {
    if (this.lacksGlyph) this.doc.fontSize(size.small).text(noGlyphNote, this.left, this.doc.y);
    this.numberPages();
    this.doc.end();
    await this.finished;
    return Buffer.concat(this.chunks);
  }

  private get left(): number {
    return this.doc.page.margins.left;
  }

  private get pages(): number {
    return this.doc.bufferedPageRange().count;
  }

  private line(): void {
    const { y, page } = this.doc;
    this.doc.moveTo(margin, y + 3).lineTo(page.width - margin, y + 3);
    this.doc.lineWidth(0.5).stroke('#888888').fillColor('#000000').moveDown(0.8);
  }

  private numberPages(): void {
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page);
      // Below the margin, where text would otherwise begin a new page.
      this.doc.page.margins.bottom = 0;
      const text = this.drawable(`${this.foot}  第 ${page + 1} 页，共 ${count} 页`);
      const y = this.doc.page.height - margin + 14;
      this.doc.fontSize(size.small).text(text, margin, y, { align: 'center', lineBreak: false });
    }
  }

  private drawable(text: string): string {
    return [...text].map((character) => this.glyphFor(character)).join('');
  }

  private glyphFor(character: string): string {
    if (character === '\n' || this.font.has(character.codePointAt(0)!)) return character;
    this.lacksGlyph = true;
    return noGlyph;
  }
}
