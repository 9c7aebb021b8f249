import type { SealedFact } from '@niangjia/shared';
import type { Disk } from '@/platform/disk';

const prefix = 'field-sealed/';

/** Of whoever signed out here before: this phone can send it and cannot read it. */
export interface Sealed extends SealedFact {
  /** When she wrote it, Unix ms by this phone's own clock. */
  at: number;
  /** By how much that clock was known to be wrong then. */
  offsetMs?: number;
  /** The service did not take it, and said why. */
  refused?: string;
}

/** What was not yet sent when somebody signed out. It outlives her key and everything else of hers. */
export class SealedShelf {
  constructor(private readonly disk: Disk) {}

  all(): Sealed[] {
    return this.disk
      .keys()
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => read(this.disk.read(key)))
      .sort((a, b) => a.at - b.at);
  }

  /** Throws `StorageFull`. */
  put(sealed: Sealed): void {
    this.disk.write(prefix + sealed.id, JSON.stringify(sealed));
  }

  /** Somebody signed in here: what was not taken before may be taken now, by her session or in a new post. */
  tryAgain(): void {
    for (const { refused, ...sealed } of this.all()) if (refused !== undefined) this.put(sealed);
  }

  remove(id: string): void {
    this.disk.remove(prefix + id);
  }
}

function read(text = ''): Sealed[] {
  try {
    return [JSON.parse(text) as Sealed];
  } catch {
    return [];
  }
}
