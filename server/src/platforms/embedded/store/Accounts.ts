import { Refusal } from '../Refusal.js';
import type { Batch } from './Batch.js';
import { hashPassword, verifyPassword } from './password.js';
import type { ProjectRecord, Role, TokenKind, TokenRecord, UserRecord } from './records.js';
import type { StoreState } from './StoreState.js';

const encoder = new TextEncoder();

/** Users, their tokens, projects and who may do what in them. */
export class Accounts {
  readonly #state: StoreState;

  constructor(state: StoreState) {
    this.#state = state;
  }

  async createUser(user: {
    readonly name: string;
    readonly email: string;
    readonly password?: string | undefined;
  }): Promise<UserRecord> {
    const record = await this.userRecord(user);
    return this.#state.write((batch) => {
      if (this.userByEmail(record.email) !== undefined) {
        throw new Refusal(409, `There is a user ${record.email} already`);
      }
      batch.put(this.#state.users, record);
      return record;
    });
  }

  /** A new user that is not stored yet. */
  async userRecord(user: {
    readonly name: string;
    readonly email: string;
    readonly password?: string | undefined;
  }): Promise<UserRecord> {
    return {
      id: this.#state.ids.short(),
      uuid: this.#state.ids.uuid(),
      name: user.name,
      email: normalEmail(user.email),
      password: user.password === undefined ? null : await hashPassword(user.password),
    };
  }

  user(id: string): UserRecord | undefined {
    return this.#state.users.get(id);
  }

  userByEmail(email: string): UserRecord | undefined {
    const wanted = normalEmail(email);
    return this.#state.users.find((user) => user.email === wanted);
  }

  /** The owner becomes an admin of the new project. `slug` is unique in the store. */
  createProject(project: {
    readonly name: string;
    readonly slug: string;
    readonly ownerId: string;
  }): Promise<ProjectRecord> {
    return this.#state.write((batch) => {
      const record = this.projectRecord({ ...project, members: { [project.ownerId]: 'admin' } });
      batch.put(this.#state.projects, record);
      return record;
    });
  }

  /** A new project that is not stored yet. */
  projectRecord(project: {
    readonly name: string;
    readonly slug: string;
    readonly ownerId: string;
    readonly members: Readonly<Record<string, Role>>;
  }): ProjectRecord {
    if (this.#state.projects.find(({ slug }) => slug === project.slug) !== undefined) {
      throw new Refusal(409, `There is a project ${project.slug} already`);
    }
    const now = this.#state.time.stamp();
    return {
      ...project,
      id: this.#state.ids.short(),
      organizationId: this.#state.ids.uuid(),
      createdAt: now,
      updatedAt: now,
    };
  }

  /** Adds a member or changes a member's role. */
  setMember(projectId: string, userId: string, role: Role): Promise<void> {
    return this.#state.write((batch) => {
      const project = this.#state.projects.get(projectId);
      if (project === undefined || this.user(userId) === undefined) throw new Refusal(404, 'Not found');
      const members = { ...project.members, [userId]: role };
      batch.put(this.#state.projects, { ...project, members, updatedAt: this.#state.time.stamp() });
    });
  }

  /** The project with this id, slug or organization id. */
  project(key: string): ProjectRecord | undefined {
    return (
      this.#state.projects.get(key) ??
      this.#state.projects.find(({ slug, organizationId }) => slug === key || organizationId === key)
    );
  }

  /** The projects that a user is a member of, oldest first. */
  projectsOf(userId: string): ProjectRecord[] {
    return this.#state.projects
      .filter(({ members }) => Object.hasOwn(members, userId))
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  /** A new token. It is returned once; the store keeps its hash alone. */
  async createToken(
    userId: string,
    options: { readonly kind?: TokenKind; readonly lifetimeMs?: number } = {},
  ): Promise<string> {
    const token = this.#state.ids.token();
    const { kind = 'access', lifetimeMs } = options;
    await this.#state.write((batch) => {
      if (this.user(userId) === undefined) throw new Refusal(404, 'User not found');
      const expiresAt = lifetimeMs === undefined ? null : this.#state.time.now() + lifetimeMs;
      const record: TokenRecord = { id: this.#hash(token), kind, userId, expiresAt };
      this.#dropExpired(batch);
      batch.put(this.#state.tokens, record);
    });
    return token;
  }

  /** Whose token this is; `undefined` for an unknown or expired one, or one of another kind. */
  userOfToken(token: string, kind: TokenKind = 'access'): UserRecord | undefined {
    const record = this.#state.tokens.get(this.#hash(token));
    if (record?.kind !== kind || this.#isExpired(record)) return undefined;
    return this.user(record.userId);
  }

  async userOfPassword(email: string, password: string): Promise<UserRecord | undefined> {
    const user = this.userByEmail(email);
    if (user?.password == null) return undefined;
    return (await verifyPassword(password, user.password)) ? user : undefined;
  }

  role(userId: string, projectId: string): Role | undefined {
    const members = this.#state.projects.get(projectId)?.members ?? {};
    return Object.hasOwn(members, userId) ? members[userId] : undefined;
  }

  /** Throws a `Refusal` (403, with ondoki's words) unless the user has at least this role. */
  require(userId: string, projectId: string, least: Role = 'member'): void {
    const role = this.role(userId, projectId);
    if (role === undefined) throw new Refusal(403, 'Not a member of this project');
    if (least === 'admin' && role !== 'admin') throw new Refusal(403, 'Insufficient permissions');
  }

  #isExpired({ expiresAt }: TokenRecord): boolean {
    return expiresAt !== null && expiresAt <= this.#state.time.now();
  }

  #dropExpired(batch: Batch): void {
    for (const { id } of this.#state.tokens.filter((token) => this.#isExpired(token))) {
      batch.remove(this.#state.tokens, id);
    }
  }

  #hash(token: string): string {
    return this.#state.hash.sha256(encoder.encode(token));
  }
}

function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
