import { route } from '@react-router/dev/routes';

export default [route('token', './token.js')];
