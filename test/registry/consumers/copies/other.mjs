// A library of somebody's that has another version.
import * as signing from 'other-version';
import { nodeTransport } from 'other-version/node';

export default { signing, nodeTransport };
