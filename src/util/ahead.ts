/** What is asked for now and waited for later, with other answers in between. An error waits as well: it is met where the answer is
 *  waited for. */
export function ahead<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  return answer;
}
