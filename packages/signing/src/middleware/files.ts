import type { Middleware } from '../call.ts';
import { refuseWrong } from '../request/checkInput.ts';
import type { OperationTable, OwnOperation, ReadFiles } from '../operation.ts';
import { throwIfAborted } from '../time/whenAborted.ts';
import type { DeadlineEnvironment } from './deadline.ts';

/** Reads the files that a call sends, before every attempt and within the call's time: an abort, a timeout and `close` end the wait for a slow disk too. */
export function files(operations: OperationTable, { progress }: DeadlineEnvironment): Middleware {
  const read = async (operation: OwnOperation, readFiles: ReadFiles, [call, next]: Parameters<Middleware>) => {
    const { wait } = progress.get(call.callId)!;
    const usual = wait.for;
    wait.for = 'It was reading a file.';
    const fields = refuseWrong(operation, await readFiles(call.fields, operation.fileTypes));
    wait.for = usual;
    throwIfAborted(call.signal);
    return next({ ...call, fields });
  };
  return (call, next) => {
    const operation = operations[call.operation];
    return operation.readFiles === undefined ? next(call) : read(operation, operation.readFiles, [call, next]);
  };
}
