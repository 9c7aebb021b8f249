type Hear<T> = (news: T) => void;

/** What the app asked to be told of, and the telling: the network, and that she leaves the app and comes back. */
export class Heard {
  private readonly network = new Set<Hear<{ isConnected: boolean; networkType: string }>>();
  private readonly shown = new Set<Hear<object>>();
  private readonly hidden = new Set<Hear<object>>();

  readonly wx = {
    onNetworkStatusChange: adding(this.network),
    offNetworkStatusChange: taking(this.network),
    onAppShow: adding(this.shown),
    offAppShow: taking(this.shown),
    onAppHide: adding(this.hidden),
    offAppHide: taking(this.hidden),
  };

  tellNetwork(isConnected: boolean): void {
    const networkType = isConnected ? 'wifi' : 'none';
    this.network.forEach((hear) => hear({ isConnected, networkType }));
  }

  tellShown(): void {
    this.shown.forEach((hear) => hear({}));
  }

  tellHidden(): void {
    this.hidden.forEach((hear) => hear({}));
  }
}

const adding =
  <T>(all: Set<Hear<T>>) =>
  (hear: Hear<T>) =>
    void all.add(hear);
const taking =
  <T>(all: Set<Hear<T>>) =>
  (hear: Hear<T>) =>
    void all.delete(hear);
