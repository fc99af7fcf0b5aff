import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What kept a document from being set. It is ours: no content of a document may cause it. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
}

/** A source and the texts it reads as `sys.inputs`; texts never become part of the source. */
export interface Setting {
  readonly source: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** a-3b, ua-1 …; the library refuses what does not conform. */
  readonly standard: string;
}

/** Sets documents in given fonts. Loading the fonts is what takes time: keep it. */
export interface Typesetter {
  readonly pdf: (setting: Setting) => Uint8Array;
}

/** 1980-01-01, which our other files carry too: equal content gives equal bytes. */
const FIRST_DAY = 315532800;

export function typesetter(fonts: readonly Uint8Array[]): Typesetter {
  const blobs = fonts.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: blobs }] });
  return {
    pdf: ({ source, inputs, standard }) => {
      try {
        // In one step: a compiled document handed over stays in memory until it is collected.
        return compiler.pdf(
          { mainFileContent: source, inputs: { ...inputs } },
          { pdfStandard: standard, pdfTags: true, creationTimestamp: FIRST_DAY },
        );
      } catch (error) {
        throw new TypesettingError(reasons(error));
      } finally {
        // What is kept of one document is never asked for by the next, and would pile up.
        compiler.evictCache(0);
      }
    },
  };
}

/** What the library says, without its internals; it may say it where others give a code. */
function reasons(error: unknown): string {
  const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
  const text = [message, code].filter((said) => typeof said === 'string' && said !== '').join(' ');
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, said]) => said);
  return messages.length === 0 ? text : messages.join('; ');
}
