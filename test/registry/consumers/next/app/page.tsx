import { startVerification } from './actions';

export default function Page() {
  return (
    <form action={startVerification}>
      <input name="uuid" />
      <button>Start</button>
    </form>
  );
}
