import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

import { Refusal } from '../../Refusal.js';
import type { EmbeddedStore } from '../../store/EmbeddedStore.js';
import { imageTypes, imageUrl } from '../../store/Images.js';
import { signedIn } from './signedIn.js';

const limit = 10 * 1024 * 1024;

/** `/uploads/image`: upload (multipart, one part `file`) and reading; both need a sign-in. */
export async function imageRoutes(app: FastifyInstance, store: EmbeddedStore): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: limit, files: 1, fields: 0, parts: 1 },
    throwFileSizeLimit: false,
  });

  app.post('/uploads/image', async (request, reply) => {
    signedIn(store, request);
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part?.fieldname !== 'file') {
      const problem = { type: 'missing', loc: ['body', 'file'], msg: 'Field required', input: null };
      return reply.code(422).send({ detail: [problem] });
    }
    if (!imageTypes.includes(part.mimetype)) {
      const allowed = imageTypes.join(', ');
      throw new Refusal(400, `Unsupported file type: ${part.mimetype}. Allowed: ${allowed}`);
    }
    const bytes = await part.toBuffer();
    if (part.file.truncated) throw new Refusal(400, 'File too large. Maximum size: 10MB');
    const filename = await store.images.add(part.filename, bytes);
    return { url: imageUrl(filename), filename, size: bytes.length };
  });

  app.get<{ Params: { readonly name: string } }>('/uploads/image/:name', async (request, reply) => {
    signedIn(store, request);
    const { bytes, mime } = await store.images.read(request.params.name);
    return reply.type(mime).header('cache-control', 'private, max-age=31536000').send(Buffer.from(bytes));
  });
}
