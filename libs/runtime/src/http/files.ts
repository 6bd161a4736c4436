import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpErrors } from './errors.ts';

/** A body that is a file: taken as it comes, whatever is in it is found out by looking at it. */
export interface FileBody {
  /** What a client may call it. None of them is a type that pages of other sites can send without asking. */
  readonly mediaTypes: readonly string[];
  /** Bytes at the most. */
  readonly limit: number;
}

/** An answer that is a file whose content never changes under its name. */
export interface FileAnswer {
  readonly mediaType: string;
  /** Names the content: a hash of it. */
  readonly hash: string;
  readonly read: () => Promise<Buffer>;
}

/** The scope's bodies are files, and nothing else. */
export function acceptFiles(app: FastifyInstance, { mediaTypes }: FileBody): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...mediaTypes], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  const types = mediaTypes.join(', ');
  app.addContentTypeParser('*', (_request, _body, done) => done(httpErrors.fileExpected({ types })));
}

/** The body schema of files: each type may hold anything. */
export const filesSchema = ({ mediaTypes }: FileBody) => ({
  content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: {} }])),
});

/** Whoever has it keeps it: asking again with its name costs no bytes. Only for the one who was let in, never for a cache in between. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileAnswer,
): Promise<FastifyReply> {
  const etag = `"${file.hash}"`;
  reply.headers({
    etag,
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  if (known.includes(etag) || known.includes(`W/${etag}`)) return reply.code(304).send();
  return reply.type(file.mediaType).send(await file.read());
}
