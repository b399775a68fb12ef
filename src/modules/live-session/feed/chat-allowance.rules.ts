/** What somebody may still say right now; refilled with time. */
export interface ChatAllowance {
  readonly messages: number;
  /** Milliseconds on the clock of the process. */
  readonly at: number;
}

const burst = 5;
const messagesPerSecond = 1;

/** Takes one message from an allowance. @returns what is left, or `null` when nothing was */
export function spendMessage(
  allowance: ChatAllowance | undefined,
  now: number,
): ChatAllowance | null {
  const messages = allowance ? refilled(allowance, now) : burst;
  return messages >= 1 ? { messages: messages - 1, at: now } : null;
}

/** Nothing has to be remembered of somebody whose allowance is full again. */
export function isFull(allowance: ChatAllowance, now: number): boolean {
  return refilled(allowance, now) >= burst;
}

function refilled({ messages, at }: ChatAllowance, now: number): number {
  return Math.min(burst, messages + ((now - at) / 1_000) * messagesPerSecond);
}
