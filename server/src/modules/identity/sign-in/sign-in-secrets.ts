import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InstanceKey } from '../../../platform/index.js';

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** 32 random bytes in base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** Hash of a code; the attempt's id keeps equal codes apart. */
export const codeHash = (attemptId: string, code: string): Buffer => sha256(`${attemptId} ${code}`);

/**
 * Token and code of a sign-in attempt. They follow from the instance's key and the attempt's id, so that a mail job that
 * runs twice mails the same ones twice; the database, which lacks the key, cannot tell them.
 */
@Injectable()
export class SignInSecrets {
  constructor(private readonly key: InstanceKey) {}

  of(attemptId: string): { token: string; code: string } {
    const key = this.key.derive('sign-in');
    const token = createHmac('sha256', key).update(`token ${attemptId}`).digest('base64url');
    const number = createHmac('sha256', key).update(`code ${attemptId}`).digest().readUIntBE(0, 6) % 1_000_000;
    return { token, code: String(number).padStart(6, '0') };
  }
}
