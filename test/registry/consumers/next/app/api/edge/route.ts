export { POST } from '../token/route';

export const runtime = 'edge';
