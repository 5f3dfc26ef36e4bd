using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Simulation;

namespace NlOpt.Evaluation.Policies;

/// <summary>Policies of one problem on one HTML page that needs nothing else: tables on top, then the pictures. All text is escaped.</summary>
public static class PolicyHtmlReport
{
    private static readonly ImmutableArray<string> TrainingHeadings =
        ["policy", "method", "settings", "seed", "work", "time", "held-out cost", "lower bound", "failed solves", "ended"];

    private const string Style = """
        :root { --line: #d8dee4; --soft: #f6f8fa; color-scheme: light; }
        body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1f2328; background: #fff; }
        main { max-width: 68rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; }
        .note { color: #59636e; margin: .2rem 0 .6rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .9rem; margin-bottom: .5rem; }
        th, td { padding: .2rem .7rem; border-bottom: 1px solid var(--line); text-align: left; }
        thead th { background: var(--soft); } .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        figure { margin: 0; } svg { max-width: 100%; height: auto; }
        footer { margin-top: 2rem; padding-top: .6rem; border-top: 1px solid var(--line); color: #59636e; font-size: .85rem; overflow-wrap: anywhere; }
        """;

    /// <summary>Makes the page.</summary>
    /// <param name="runs">At least one policy; all for one problem.</param>
    /// <param name="pictures">Pictures of them.</param>
    /// <exception cref="ArgumentException">There is no policy.</exception>
    public static string Of(ImmutableArray<PolicyRun> runs, ImmutableArray<PolicyPicture> pictures)
    {
        if (runs.IsDefaultOrEmpty) throw new ArgumentException("There is at least one policy.", nameof(runs));
        var page = new StringBuilder();
        var title = $"Policies for {CaseOf(runs[0])}";
        page.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Escape(title)}</title>")
            .Append($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{Style}</style></head><body><main>\n<h1>{Escape(title)}</h1>\n");
        AppendEvaluations(page, runs);
        AppendTrainings(page, runs);
        foreach (var picture in pictures)
        {
            page.Append($"<h2>{Escape(picture.Title)}</h2><p class=\"note\">{Escape(picture.Caption)}</p>\n")
                .Append($"<figure role=\"img\" aria-label=\"{Escape(picture.Title)}\">{picture.Svg}</figure>\n");
        }

        AppendOrigin(page, runs);
        return page.Append("</main></body></html>\n").ToString();
    }

    private static string CaseOf(PolicyRun run) => Path.GetFileName(Path.TrimEndingDirectorySeparator(run.Evaluation?.Case ?? run.Training?.Case ?? ""));

    private static void AppendEvaluations(StringBuilder page, ImmutableArray<PolicyRun> runs)
    {
        var evaluated = runs.Where(run => run.Evaluation is not null).Select(run => (run.Label, Evaluation: run.Evaluation!)).ToList();
        if (evaluated.Count == 0)
        {
            page.Append("<p class=\"note\">Nothing was evaluated yet: nlopt policy evaluate DIR.</p>\n");
            return;
        }

        var (baseline, first) = evaluated[0];
        var scenarios = first.Scenarios;
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Escape(scenarios.Name)} ({scenarios.Count} scenarios, {scenarios.Sha256[..8]}), ")
            .Append(CultureInfo.InvariantCulture, $"the first {scenarios.ReportedStages} of {scenarios.Stages} stages, every stage by an exact linear program.")
            .Append(first.CostUnit is { } unit ? $" Costs in {Escape(unit)}." : "").Append("</p>\n<div class=\"wide\"><table><thead><tr>")
            .AppendJoin("", new[] { "policy", "mean cost", "± s.e.", "s.d.", $"less {baseline}", "± s.e.", "relative", "wins", "all stages", "shed", "failed" }
                .Select(heading => $"<th>{Escape(heading)}</th>"))
            .Append("</tr></thead><tbody>\n");
        foreach (var (label, evaluation) in evaluated)
        {
            var paired = !ReferenceEquals(evaluation, first) && evaluation.Scenarios.Sha256 == scenarios.Sha256
                ? PairedDifference.Of(evaluation.ReportedCosts.AsSpan(), first.ReportedCosts.AsSpan())
                : null;
            page.Append($"<tr><td>{Escape(label)}</td>").AppendJoin("", new[]
            {
                Number(evaluation.Reported.Cost.Mean), Number(evaluation.Reported.Cost.StandardError), Number(evaluation.Reported.Cost.StandardDeviation),
                Number(paired?.Difference.Mean), Number(paired?.Difference.StandardError), Percent(paired?.Relative),
                paired is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{paired.Wins}/{paired.Difference.Count}"),
                Number(evaluation.All.Cost.Mean), Shed(evaluation), evaluation.All.Failures.ToString(CultureInfo.InvariantCulture),
            }.Select(cell => $"<td class=\"number\">{cell}</td>")).Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
        if (evaluated.Any(entry => entry.Evaluation.Scenarios.Sha256 != scenarios.Sha256))
            page.Append("<p class=\"note\">Not all were simulated on the same scenarios: only those that were are compared in pairs.</p>\n");
    }

    private static void AppendTrainings(StringBuilder page, ImmutableArray<PolicyRun> runs)
    {
        var trained = runs.Where(run => run.Training is { Curve.IsEmpty: false }).Select(run => (run.Label, Training: run.Training!)).ToList();
        if (trained.Count == 0) return;
        page.Append("<h2>Training</h2><div class=\"wide\"><table><thead><tr>")
            .AppendJoin("", TrainingHeadings.Select(heading => $"<th>{heading}</th>"))
            .Append("</tr></thead><tbody>\n");
        foreach (var (label, training) in trained)
        {
            var last = training.Curve[^1];
            var panels = training.Curve.Select(point => point.PanelCost).Where(cost => cost is not null).ToList();
            page.Append($"<tr><td>{Escape(label)}</td><td>{Escape(training.Method)}</td>")
                .Append($"<td>{Escape(string.Join("; ", training.Settings.Select(setting => $"{setting.Key} {setting.Value}")))}</td>")
                .AppendJoin("", new[]
                {
                    training.Seed.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{last.Updates:#,0}"),
                    string.Create(CultureInfo.InvariantCulture, $"{last.Seconds:#,0.0} s"), Number(panels.Count == 0 ? null : panels.Min()), Number(last.Bound),
                    last.Failures.ToString(CultureInfo.InvariantCulture), Escape(training.Stop?.ToString().ToLowerInvariant() ?? "not yet"),
                }.Select(cell => $"<td class=\"number\">{cell}</td>")).Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n<p class=\"note\">Held-out cost and bound are over all stages.</p>\n");
    }

    private static void AppendOrigin(StringBuilder page, ImmutableArray<PolicyRun> runs)
    {
        page.Append("<footer>");
        foreach (var run in runs)
        {
            var environment = run.Evaluation?.Environment ?? run.Training!.Environment;
            page.Append($"<p>{Escape(run.Label)}: NlOpt {Escape(environment.Version)}, {Escape(environment.Runtime)} on {Escape(environment.System)}, ")
                .Append(CultureInfo.InvariantCulture, $"{environment.Processors} processors, engine {Escape(environment.Engine)}; problem {Escape((run.Evaluation?.Fingerprint ?? run.Training!.Fingerprint)[..12])}");
            if ((run.Training?.PolicySha256 ?? run.Evaluation?.PolicySha256) is { } policy) page.Append($"; policy {Escape(policy[..12])}");
            if (run.Evaluation is { } evaluation)
                page.Append(CultureInfo.InvariantCulture, $"; scenarios {Escape(evaluation.Scenarios.Sha256)}; simulated in {evaluation.Timing.Seconds:0.0} s on {evaluation.Timing.Threads} threads");
            page.Append("</p>");
        }

        page.Append("</footer>\n");
    }

    private static string Shed(PolicyEvaluation evaluation)
    {
        var shares = evaluation.Reported.Measures.Where(summary => summary.Measure.Kind != MeasureKind.Quantity).Select(summary => summary.ShareAbove).ToList();
        return shares.Count == 0 || shares.Contains(null) ? "–" : shares.Max() == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{100 * shares.Max():0.#}%");
    }

    private static string Number(double? value) =>
        value is { } number ? number.ToString(Math.Abs(number) >= 100 ? "#,0.0" : "0.###", CultureInfo.InvariantCulture) : "–";

    private static string Percent(double? value) => value is { } share ? share.ToString("+0.000%;-0.000%;0.000%", CultureInfo.InvariantCulture) : "–";

    private static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");
}
