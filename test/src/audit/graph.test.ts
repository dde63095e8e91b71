import { expect } from "chai";
import { drawMermaid } from "../../../src/audit/graph/draw-mermaid.js";
import { drawSvg } from "../../../src/audit/graph/draw-svg.js";
import { drawText } from "../../../src/audit/graph/draw-text.js";
import { buildTree } from "../../../src/audit/graph/tree.js";
import type { Snapshot } from "../../../src/read/read-snapshot.js";
import { aNode, anAccount, anOrg, aProposal, aRole, aSnapshot } from "./a-network.js";
import { isWithin, overlap, readSvg } from "./svg-reading.js";

const FORMS = { text: drawText, Mermaid: drawMermaid, SVG: drawSvg };

const SMALL = aSnapshot({
  orgs: [anOrg("ORG1"), anOrg("ORG1.SUB-1"), anOrg("ORG2", { status: "suspension proposed", proposal: 3 })],
  roles: [aRole("ORG1", "CLERK")],
  nodes: [aNode(2, "ORG1", { status: "blacklisted" })],
  accounts: [anAccount(2, "ORG1.SUB-1"), anAccount(3, "ORG1.SUB-1", { status: "suspended" })],
  openProposals: [aProposal(3, "suspend-org", { org: "ORG2" })],
});

/** Many organisations on four levels, with names of all lengths. */
function large(): Snapshot {
  const ids = Array.from({ length: 150 }, (_, i) => `ORG${i}`).flatMap((top, i) => {
    const sub = `${top}.${"S".repeat((i % 64) + 1)}`;
    return i % 3 === 0 ? [top, sub, `${top}.B`, `${sub}.C`, `${sub}.C.D`] : [top];
  });
  return aSnapshot({
    orgs: ids.map((id) => anOrg(id)),
    roles: ids.map((id, i) => aRole(id, `ROLE${i}`.padEnd((i % 64) + 1, "R"))),
    nodes: ids.map((id, i) => aNode(i + 2, id)),
    accounts: ids.flatMap((id, i) => Array.from({ length: i % 5 }, (_, n) => anAccount(100 + i * 5 + n, id))),
  });
}

function textOf(records: Partial<Snapshot>): string {
  return drawText(buildTree(aSnapshot(records)));
}

describe("a drawing of a network", () => {
  for (const [name, draw] of Object.entries(FORMS)) {
    it(`shows every organisation, role, node and account as ${name}`, () => {
      const network = large();
      const drawing = draw(buildTree(network));
      const names = [
        ...network.orgs.map(({ id }) => id),
        ...network.roles.map((role) => role.name),
        ...network.nodes.map(({ ip, port }) => `${ip}:${port}`),
        ...network.accounts.map(({ address }) => address),
      ];
      const words = new Set(drawing.split(/[^\w.:-]+/));
      expect(names.filter((each) => !words.has(each))).to.deep.equal([]);
    });

    it(`is the same each time as ${name}`, () => {
      expect(draw(buildTree(large()))).to.equal(draw(buildTree(large())));
    });

    it(`shows one organisation's branch alone as ${name}`, () => {
      const drawing = draw(buildTree(SMALL, "ORG1.SUB-1"));
      expect(drawing).to.include("ORG1.SUB-1").and.include("1 organisation, 0 roles, 0 nodes, 2 accounts");
      expect(drawing).to.not.include("CLERK of").and.not.include("ORG2").and.not.include("ADMINORG");
    });
  }

  it("of an organisation that does not exist is refused", () => {
    expect(() => buildTree(SMALL, "ORG9")).to.throw('There is no organisation "ORG9".');
  });

  it("looks like this in a terminal", () => {
    expect(drawText(buildTree(SMALL))).to.equal(`\
Chain 1337 after block 42: 4 organisations, 3 roles, 2 nodes, 3 accounts

ADMINORG · admin organisation · approved
├─ role     ADMIN · full access · network admin · active
├─ role     ORGADMIN · full access · organisation admin · active
├─ node     00010001…@10.0.0.1:30303 · approved
└─ account  0x0001000100010001000100010001000100010001 · ADMIN · network admin · active

ORG1 · approved
├─ role     CLERK · transfer access · active
├─ node     00020002…@10.0.0.2:30303 · blacklisted
└─ ORG1.SUB-1 · approved
   ├─ account  0x0002000200020002000200020002000200020002 · CLERK · active
   └─ account  0x0003000300030003000300030003000300030003 · CLERK · suspended

ORG2 · suspension proposed · proposal 3: suspend an organisation
`);
  });

  it("looks like this in Mermaid", () => {
    const [head, body] = drawMermaid(buildTree(SMALL, "ORG1")).split(/(?<=color:#1f2328\n)(?!classDef)/);
    expect(head).to.match(/^---\ntitle: Chain 1337 after block 42\n---\nflowchart LR\naccTitle: .+\naccDescr: .+\n/);
    expect(body).to.equal(`\
organisation_ORG1["ORG1<br/>approved"]:::active
organisation_ORG1 --- role_ORG1_20_CLERK[/"role CLERK<br/>transfer access, active"/]:::active
organisation_ORG1 --- node_${"0002".repeat(10)}{{"node 00020002…@10.0.0.2:30303<br/>blacklisted"}}:::blacklisted
organisation_ORG1 --> organisation_ORG1_2e_SUB_2d_1["ORG1.SUB-1<br/>approved"]:::active
organisation_ORG1_2e_SUB_2d_1 --- account_0x${"0002".repeat(10)}(["account 0x${"0002".repeat(10)}<br/>CLERK, active"]):::active
organisation_ORG1_2e_SUB_2d_1 --- account_0x${"0003".repeat(10)}(["account 0x${"0003".repeat(10)}<br/>CLERK, suspended"]):::stopped
`);
  });
});

describe("the words of a drawing", () => {
  it("colour each status, proposals and the titles of organisations", () => {
    const drawing = drawText(buildTree(SMALL), (style, text) => `<${style}>${text}</>`);
    expect(drawing).to.include("<title>ORG2</> · <pending>suspension proposed</> · <pending>proposal 3: ");
    expect(drawing).to.include(" · CLERK · <stopped>suspended</>");
    expect(drawing).to.include(" · <blacklisted>blacklisted</>");
    expect(drawing).to.include(" · CLERK · <active>active</>");
  });

  it("say that a sub-organisation follows the suspended one at the top", () => {
    const orgs = [anOrg("ORG1", { status: "suspended" }), anOrg("ORG1.SUB"), anOrg("ORG1.SUB.SUB")];
    expect(textOf({ orgs })).to.include("ORG1.SUB.SUB · approved, ORG1 suspended\n");
  });

  it("say that a sub-organisation of one whose suspension is only proposed is approved", () => {
    const orgs = [anOrg("ORG1", { status: "suspension proposed" }), anOrg("ORG1.SUB")];
    expect(textOf({ orgs })).to.include("ORG1.SUB · approved\n");
  });

  it("say which accounts have lost their role, and are no admins by it", () => {
    const accounts = [anAccount(2, "ADMINORG", { role: "HELPER", orgAdmin: true, effective: false })];
    expect(textOf({ accounts })).to.include(" · HELPER · active, but its role was removed\n");
  });

  it("say which accounts have no role", () => {
    const accounts = [anAccount(2, "ADMINORG", { role: "", effective: false, status: "revoked" })];
    expect(textOf({ accounts })).to.include(" · no role · revoked\n");
  });

  it("say which roles make admins, and which were removed", () => {
    const roles = [aRole("ADMINORG", "HELPER", { admin: true, voter: true, active: false, status: "removed" })];
    expect(textOf({ roles })).to.include("HELPER · transfer access · admin · voter · removed\n");
  });

  it("say when the proposal about a record has expired", () => {
    expect(textOf({ orgs: [anOrg("ORG1", { status: "proposed", proposal: 7 })] })).to.include("proposal 7: expired");
  });

  it("name the nodes that belong to no organisation", () => {
    const nodes = [aNode(2, null, { status: "deactivated", ip: "2001:db8::1" })];
    expect(textOf({ nodes })).to.include(
      "nodes without an organisation · free\n└─ node     00020002…@[2001:db8::1]:30303",
    );
  });

  it("name the proposals about settings", () => {
    const rule = { operation: "appoint-admin", rule: "count 2", policy: null } as const;
    const openProposals = [
      aProposal(4, "change-setting", { setting: { setting: "ip-check", value: false } }),
      aProposal(5, "change-rule", { rule }),
    ];
    expect(textOf({ openProposals })).to.include(`network settings · change proposed
├─ proposal 4: change a setting · ip-check off · open
└─ proposal 5: change a voting rule · appoint an admin: count 2 · open
`);
  });
});

describe("a drawing in Mermaid", () => {
  it("gives all organisations ids of their own, of letters, digits and _", () => {
    const names = ["A-B", "A_B", "A.B", "A_2d_B", "end", "A"];
    const drawing = drawMermaid(buildTree(aSnapshot({ orgs: names.map((id) => anOrg(id, { parent: null })) })));
    const ids = [...drawing.matchAll(/^(organisation_\S+?)\["/gm)].map(([, id]) => id);
    expect(new Set(ids)).to.have.lengthOf(names.length + 1);
    for (const id of ids) expect(id).to.match(/^\w+$/);
  });

  it("escapes what would end a label", () => {
    const drawing = drawMermaid(buildTree(aSnapshot({ orgs: [anOrg('A"#<B')] })));
    expect(drawing).to.include('["A#34;#35;#60;B<br/>');
  });
});

describe("a drawing in SVG", () => {
  const page = ({ root }: ReturnType<typeof readSvg>) => {
    return { x: 0, y: 0, width: Number(root.width), height: Number(root.height) };
  };

  it("says to those who cannot see it what it shows", () => {
    const { root, texts } = readSvg(drawSvg(buildTree(SMALL)));
    expect(root).to.include({ role: "img", "aria-labelledby": "portcullis-title portcullis-summary" });
    expect(texts.slice(0, 2)).to.deep.equal([
      "Chain 1337 after block 42",
      "4 organisations, 3 roles, 2 nodes, 3 accounts",
    ]);
  });

  it("explains its signs, and names nodes in full", () => {
    const { texts } = readSvg(drawSvg(buildTree(SMALL)));
    expect(texts).to.include.members(["in force", "waiting for a vote", "stopped", "blacklisted"]);
    expect(texts).to.include.members(SMALL.nodes.map(({ url }) => url));
  });

  it("keeps names as they are", () => {
    const id = `A&B<C>"D'`;
    expect(readSvg(drawSvg(buildTree(aSnapshot({ orgs: [anOrg(id)] })))).texts).to.include(id);
  });

  it("has colours for light and for dark pages", () => {
    expect(drawSvg(buildTree(SMALL))).to.match(
      /\.page \{ fill: #ffffff; \}[^]+prefers-color-scheme: dark[^]+\.page \{/,
    );
  });

  it("lets no card overlap another, however many there are", () => {
    const { cards } = readSvg(drawSvg(buildTree(large())));
    expect(cards).to.have.lengthOf(large().orgs.length);
    const overlapping = cards.filter((card, i) => cards.slice(i + 1).some((other) => overlap(card, other)));
    expect(overlapping).to.deep.equal([]);
  });

  it("cuts off no line of text", () => {
    const seen = readSvg(drawSvg(buildTree(large())));
    const inCard = seen.lines.filter((line) => seen.cards.some((card) => isWithin(line, card)));
    // The title, the summary and the four words of the legend stand outside of cards.
    expect(seen.lines.length - inCard.length).to.equal(6);
    expect([...seen.lines, ...seen.cards].filter((box) => !isWithin(box, page(seen)))).to.deep.equal([]);
  });

  it("is about as wide as high where there are many organisations", () => {
    const { width, height } = page(readSvg(drawSvg(buildTree(large()))));
    expect(width / height).to.be.within(0.5, 2);
  });
});
