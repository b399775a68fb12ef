import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first five tables are better-auth's own model with its column names; the rest is ours. */
export class IdentityAccounts1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "user" (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        "emailVerified" boolean NOT NULL DEFAULT false,
        image text,
        locale text CHECK (locale IN ('zh-CN', 'en')),
        "disabledAt" timestamptz,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        token text NOT NULL UNIQUE,
        "userId" uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
        "expiresAt" timestamptz NOT NULL,
        "ipAddress" text,
        "userAgent" text,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX session_by_user ON session ("userId");

      CREATE TABLE account (
        id uuid PRIMARY KEY,
        "accountId" text NOT NULL,
        "providerId" text NOT NULL,
        "userId" uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
        "accessToken" text,
        "refreshToken" text,
        "idToken" text,
        "accessTokenExpiresAt" timestamptz,
        "refreshTokenExpiresAt" timestamptz,
        scope text,
        password text,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now(),
        UNIQUE ("providerId", "accountId")
      );
      CREATE INDEX account_by_user ON account ("userId");

      CREATE TABLE verification (
        id uuid PRIMARY KEY,
        identifier text NOT NULL,
        value text NOT NULL,
        "expiresAt" timestamptz NOT NULL,
        "createdAt" timestamptz NOT NULL DEFAULT now(),
        "updatedAt" timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX verification_identifier ON verification (identifier);

      CREATE TABLE "rateLimit" (
        id uuid PRIMARY KEY,
        key text NOT NULL UNIQUE,
        count integer NOT NULL,
        "lastRequest" bigint NOT NULL
      );

      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('operator', 'organizer', 'employer')),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE membership (
        organization_id uuid NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('administrator', 'reviewer', 'recruiter', 'host')),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, user_id)
      );
      CREATE INDEX membership_by_user ON membership (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE membership, organization, "rateLimit", verification, account, session, "user";
    `);
  }
}
