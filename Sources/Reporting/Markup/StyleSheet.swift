/// The style sheets of HTML pages and of charts.
package enum StyleSheet {
  package static let page: String = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --quiet: #5a5a5a; --line: #d4d4d4; --tint: #f5f5f2; --link: #0060a0; --note: #0072b2; --warn: #b34700; --shade: #0003; }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
    main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.5rem 0 .6rem; padding-top: .6rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
    p, ul, ol { margin: 0 0 1rem; max-width: 42rem; }
    a { color: var(--link); }
    code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: .9em; }
    pre { background: var(--tint); padding: .8rem 1rem; overflow-x: auto; border-radius: 4px; line-height: 1.4; }
    .scroll { overflow-x: auto; margin: 0 0 1.2rem 50%; width: min-content; min-width: 100%; max-width: calc(100vw - 3rem); transform: translateX(-50%); background: linear-gradient(to right, var(--paper) 40%, transparent) 0 0 / 3rem 100% local, linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 3rem 100% local, linear-gradient(to right, var(--shade), transparent) 0 0 / .9rem 100% scroll, linear-gradient(to left, var(--shade), transparent) 100% 0 / .9rem 100% scroll; background-repeat: no-repeat; }
    table { border-collapse: collapse; min-width: 100%; font-size: .95rem; }
    caption { text-align: start; font-weight: 600; padding: .3rem 0; }
    th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); vertical-align: baseline; }
    thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
    tbody th { font-weight: inherit; }
    .text { text-align: start; min-width: 8rem; }
    .long { min-width: 15rem; }
    .center { text-align: center; }
    .number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
    thead .number { white-space: normal; }
    aside { border-left: 4px solid var(--note); background: var(--tint); padding: .6rem 1rem; margin: 0 0 1.2rem; max-width: 42rem; }
    aside.warning { border-color: var(--warn); }
    aside > :last-child { margin-bottom: 0; }
    aside .label { font-weight: 600; margin: 0 0 .2rem; }
    figure { margin: 1.2rem 0 .4rem; }
    figure svg { display: block; width: 100%; height: auto; }
    figure .narrow { display: none; }
    figcaption { color: var(--quiet); font-size: .9rem; max-width: 42rem; }
    details { font-size: .9rem; margin: 0 0 1.8rem; }
    summary { cursor: pointer; color: var(--link); }
    sup { line-height: 0; }
    .notes { font-size: .9rem; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    @media screen and (max-width: 38rem) {
      .text { min-width: 5rem; }
      .long { min-width: 8rem; }
      figure .wide { display: none; }
      figure .narrow { display: block; }
    }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #16181a; --ink: #e8e8e6; --quiet: #a8a8a4; --line: #3c3f42; --tint: #202326; --link: #7cc0f4; --note: #56b4e9; --warn: #f0954a; --shade: #fff3; }
    }
    @media print {
      :root { --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --tint: #fff; --link: #000; --note: #000; --warn: #000; }
      @page { margin: 18mm; }
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      h1, h2, h3, h4, caption { break-after: avoid; }
      tr, figure > div, aside, li { break-inside: avoid; }
      thead { display: table-header-group; break-after: avoid; }
      .scroll { overflow: visible; width: auto; max-width: none; margin-left: 0; transform: none; background: none; }
      table { font-size: 8pt; }
      th, td { padding: .15rem .3rem; }
      .text, .long { min-width: 0; }
      figure svg { max-height: 24cm; }
      pre { white-space: pre-wrap; border: 1px solid var(--line); }
      details::details-content { content-visibility: visible; display: block; }
      a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
      a[role="doc-backlink"] { display: none; }
    }

    """

  // Plain rules instead of variables: not every program that shows SVG knows variables. The colours
  // are those of Okabe and Ito, "Color Universal Design" (2008), the brighter ones in the dark.
  package static let chart: String = """
    .chart text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1a1a1a; }
    .chart .paper { fill: #fff; }
    .chart .quiet { fill: #5a5a5a; }
    .chart .halo { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }
    .chart .grid { stroke: #dedede; stroke-width: 1; }
    .chart .axis { stroke: #5a5a5a; stroke-width: 1; }
    .chart .leader { stroke: #8a8a8a; stroke-width: .75; }
    .chart .rule { stroke: #1a1a1a; stroke-width: 1.25; stroke-dasharray: 5 3; }
    .chart .region { fill: #808080; fill-opacity: .11; }
    .chart .line { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: butt; }
    .chart .thin { stroke-width: 2; }
    .chart .thick { stroke-width: 8; }
    .chart .area { fill-opacity: .22; stroke: none; }
    .chart .bar { fill-opacity: .45; stroke-width: .75; }
    .chart .hollow { fill-opacity: .08; stroke-width: 1.5; }
    .chart .point { stroke-width: 1.5; stroke: #fff; }

    """ + toneRules(light) + """
      @media (prefers-color-scheme: dark) {
      .chart text { fill: #e8e8e6; }
      .chart .paper { fill: #16181a; }
      .chart .quiet { fill: #a8a8a4; }
      .chart .halo, .chart .point { stroke: #16181a; }
      .chart .grid { stroke: #34373a; }
      .chart .axis { stroke: #a8a8a4; }
      .chart .leader { stroke: #7a7a7a; }
      .chart .rule { stroke: #e8e8e6; }

      """ + toneRules(dark) + """
      }
      @media print {
      .chart text { fill: #000; }
      .chart .paper { fill: #fff; }
      .chart .quiet { fill: #333; }
      .chart .halo, .chart .point { stroke: #fff; }
      .chart .grid { stroke: #ccc; }
      .chart .axis, .chart .rule { stroke: #000; }

      """ + toneRules(light) + "}\n"

  private static let light: [Tone: String] = [
    .blue: "#0072b2", .vermilion: "#d55e00", .green: "#009e73", .purple: "#a8558a",
    .amber: "#b37700", .grey: "#6a6a6a",
  ]

  private static let dark: [Tone: String] = [
    .blue: "#56b4e9", .vermilion: "#f0854a", .green: "#2fc79b", .purple: "#e0a0c8",
    .amber: "#e6b032", .grey: "#a0a0a0",
  ]

  private static func toneRules(_ colours: [Tone: String]) -> String {
    Tone.allCases.map { tone in
      let colour = colours[tone] ?? "#000"
      return ".chart .\(tone) { stroke: \(colour); } .chart .fill-\(tone) { fill: \(colour); }\n"
    }.joined()
  }
}
