using System.Globalization;
using System.Net;
using System.Text;

namespace NlOpt.Evaluation;

/// <summary>
/// A report as one HTML page that needs nothing else: scores, errors and confusion on top, then every problem with its text, its rows and
/// the gold rows. All text is escaped. It quotes the data: write it to an output folder, never into the repository.
/// </summary>
public static class HtmlReport
{
    /// <summary>Makes the page.</summary>
    public static string Of(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new StringBuilder();
        var title = $"{report.System} on {report.Dataset}";
        page.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Escape(title)}</title>")
            .Append($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{HtmlAssets.Style}</style></head><body><main>\n")
            .Append($"<h1>{Escape(title)}</h1>\n<p class=\"note\">{Escape(Note(report))}</p>\n");
        AppendScores(page, report);
        page.Append("<div class=\"tables\">");
        AppendErrors(page, report);
        AppendConfusion(page, report);
        page.Append("</div>\n");
        AppendFilters(page, report);
        foreach (var item in report.Items) HtmlCard.Append(page, item, report.Errata.FirstOrDefault(erratum => erratum.Id == item.Id));
        return page.Append($"</main><script>{HtmlAssets.Script}</script></body></html>\n").ToString();
    }

    internal static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static string Note(EvaluationReport report)
    {
        var complete = report.IsComplete ? $"{report.ProblemCount} problems" : $"INCOMPLETE: {report.Items.Length} of {report.ProblemCount} problems";
        var kind = report.Folds is { } folds ? $"{folds}-fold cross-validation"
            : report.InSample ? "IN-SAMPLE: the system was trained on these labels"
            : "out of sample";
        var labels = report.DatasetSha256[..Math.Min(12, report.DatasetSha256.Length)];
        var times = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Timing.Median:0.0} ms median, {report.Timing.Percentile95:0.0} ms at 95%, {report.Timing.Maximum:0.0} ms at most");
        var tolerance = report.Tolerance.ToString("0.#######", CultureInfo.InvariantCulture);
        return $"{complete}; {kind}; labels {labels}; rows equal at {tolerance} relative; reading took {times}.";
    }

    private static void AppendScores(StringBuilder page, EvaluationReport report)
    {
        var clean = report.ScoresWithoutErrata?.ToDictionary(score => score.Id);
        page.Append("<table class=\"scores\"><thead><tr><th>score</th><th>value</th><th></th><th>right</th><th>of</th>")
            .Append(clean is null ? "" : $"<th>without the {report.Errata.Length} on the errata list</th>")
            .Append("</tr></thead><tbody>");
        foreach (var score in report.Scores)
        {
            page.Append(score.Id.Contains('/', StringComparison.Ordinal) ? "<tr class=\"part\">" : "<tr>")
                .Append($"<td>{Escape(score.Id)}</td><td class=\"number\">{Percent(score)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td><meter min=\"0\" max=\"1\" value=\"{score.Value ?? 0:0.####}\"></meter></td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{score.Numerator:0}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{score.Denominator:0}</td>");
            if (clean is not null) page.Append($"<td class=\"number\">{(clean.TryGetValue(score.Id, out var other) ? Percent(other) : "")}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private static string Percent(Score score)
    {
        if (score.Value is not { } value) return "–";
        var percent = string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0}%");
        return score.StandardError is { } error ? percent + string.Create(CultureInfo.InvariantCulture, $" ± {100 * error:0.0}") : percent;
    }

    private static void AppendErrors(StringBuilder page, EvaluationReport report)
    {
        page.Append("<section><h2>Errors</h2><table><thead><tr><th>kind</th><th>first error of</th><th>problems</th></tr></thead><tbody>");
        foreach (var error in report.Errors)
            page.Append($"<tr><td>{Escape(error.Label)}</td><td class=\"number\">{error.MainErrors}</td>")
                .Append($"<td class=\"number\">{error.Problems}</td></tr>");
        page.Append("</tbody></table></section>\n");
    }

    private static void AppendConfusion(StringBuilder page, EvaluationReport report)
    {
        const string Missing = "missing", Spurious = "spurious";
        var rows = report.Confusion.Select(entry => entry.Types.Gold ?? Spurious).Distinct().ToList();
        var columns = report.Confusion.Select(entry => entry.Types.Predicted ?? Missing).Distinct().Order(StringComparer.Ordinal).ToList();
        var counts = report.Confusion.ToDictionary(entry => (entry.Types.Gold ?? Spurious, entry.Types.Predicted ?? Missing), entry => entry.Count);
        page.Append("<section><h2>Types: gold row, read as column</h2><table><thead><tr><th></th>");
        foreach (var column in columns) page.Append($"<th>{Escape(column)}</th>");
        page.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            page.Append($"<tr><th>{Escape(row)}</th>");
            foreach (var column in columns)
            {
                var count = counts.GetValueOrDefault((row, column));
                page.Append(count == 0 ? "<td></td>" : $"<td class=\"number {(row == column ? "right" : "wrong")}\">{count}</td>");
            }

            page.Append("</tr>");
        }

        page.Append("</tbody></table></section>\n");
    }

    private static void AppendFilters(StringBuilder page, EvaluationReport report)
    {
        page.Append("<nav><select id=\"filter\"><option value=\"\">all problems</option>")
            .Append("<option value=\"right\">right</option><option value=\"wrong\">wrong</option>");
        foreach (var error in report.Errors)
            page.Append($"<option value=\"error {Escape(error.Label)}\">{Escape(error.Label)} ({error.Problems})</option>");
        page.Append("</select> <input id=\"search\" type=\"search\" placeholder=\"id or words\"> <span id=\"shown\"></span></nav>\n");
    }
}
