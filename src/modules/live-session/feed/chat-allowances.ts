import { Injectable } from '@nestjs/common';
import { isFull, spendMessage } from './chat-allowance.rules.js';
import type { ChatAllowance } from './chat-allowance.rules.js';

/** How many people are remembered before the full allowances are forgotten. */
const sweepAt = 10_000;

/** Who said how much lately in this process: with N processes a person has N allowances at most. */
@Injectable()
export class ChatAllowances {
  private readonly allowances = new Map<string, ChatAllowance>();

  /** @returns false when the author has to wait */
  spend(authorId: string): boolean {
    const now = performance.now();
    if (this.allowances.size >= sweepAt) this.sweep(now);
    const left = spendMessage(this.allowances.get(authorId), now);
    if (left) this.allowances.set(authorId, left);
    return left !== null;
  }

  private sweep(now: number): void {
    for (const [authorId, allowance] of this.allowances) {
      if (isFull(allowance, now)) this.allowances.delete(authorId);
    }
  }
}
