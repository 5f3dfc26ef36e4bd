using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>One problem on the page of a report.</summary>
internal static class HtmlCard
{
    public static void Append(StringBuilder page, ProblemResult item, Erratum? erratum)
    {
        var errors = string.Join("|", item.Errors.Select(error => error.Label).Distinct());
        var mark = item.ModelRight ? "right" : "wrong";
        page.Append($"<article class=\"{mark}\" data-errors=\"{Escape(errors)}\"><h3>{Escape(item.Id)} <span class=\"badge {mark}\">{mark}</span>");
        if (item.Probability is { } probability) page.Append(CultureInfo.InvariantCulture, $" <span class=\"badge\">p = {probability:0.00}</span>");
        page.Append(CultureInfo.InvariantCulture, $" <span class=\"badge\">{item.Milliseconds:0.0} ms</span>")
            .Append($" <span class=\"badge\">official: {item.Official.FalsePositives} wrong, {item.Official.FalseNegatives} short, ")
            .Append($"of {item.Official.Declarations}</span>");
        AppendExecution(page, "whole", item.Integer);
        AppendExecution(page, "continuous", item.Continuous);
        page.Append("</h3>");
        if (item.Errors.Length > 0)
            page.Append($"<p class=\"errors\">{Escape(string.Join("; ", item.Errors.Select(error => error.Label)))}</p>");
        if (item.Message is not null)
            page.Append($"<p class=\"errors\">{Escape(item.Outcome.ToString().ToLowerInvariant())}: {Escape(item.Message)}</p>");
        if (erratum is not null) page.Append($"<p class=\"erratum\">errata: {Escape(erratum.Reason)}</p>");
        page.Append("<p class=\"text\">");
        AppendHighlighted(page, item);
        page.Append("</p><div class=\"sides\">");
        AppendSide(page, "gold", [.. item.GoldVariables], item.GoldObjective, item.ObjectiveRight && item.SenseRight, item.GoldRows, "missed");
        AppendSide(page, "predicted", Aligned(item), item.PredictedObjective, item.ObjectiveRight && item.SenseRight, item.PredictedRows, "wrong");
        page.Append("</div>");
        if (!item.Questions.IsEmpty)
        {
            page.Append("<details><summary>questions</summary><ul>");
            foreach (var question in item.Questions) page.Append($"<li>{Escape(question.Text)}{(question.NamesError ? " (names the error)" : "")}</li>");
            page.Append("</ul></details>");
        }

        page.Append("</article>\n");
    }

    /// <summary>The predicted variables in the order of the gold columns they stand for, the ones left over last.</summary>
    private static ImmutableArray<string> Aligned(ProblemResult item) =>
    [
        .. item.VariableOfColumn.Select(variable => variable is { } index ? item.PredictedVariables[index] : "(none)"),
        .. item.PredictedVariables.Where((_, index) => !item.VariableOfColumn.Contains(index)).Select(name => name + " (left over)"),
    ];

    private static void AppendExecution(StringBuilder page, string label, ExecutionResult? execution)
    {
        if (execution is null) return;
        page.Append($" <span class=\"badge {(execution.Agrees ? "right" : "wrong")}\">{label}: {Escape(Describe(execution.Gold))}")
            .Append(execution.Agrees ? "" : $" / {Escape(execution.Predicted is null ? "nothing" : Describe(execution.Predicted))}")
            .Append("</span>");
    }

    private static string Describe(ExecutionOutcome outcome) =>
        outcome.Value is { } value ? value.ToString("0.######", CultureInfo.InvariantCulture) : outcome.Status.ToString().ToLowerInvariant();

    private static void AppendSide(
        StringBuilder page,
        string title,
        ImmutableArray<string> variables,
        string? objective,
        bool objectiveRight,
        ImmutableArray<RowResult> rows,
        string wrong)
    {
        page.Append($"<div class=\"side\"><h4>{title}</h4><p class=\"variables\">{Escape(string.Join(" · ", variables))}</p>");
        if (objective is not null) page.Append($"<div class=\"row {(objectiveRight ? "right" : "wrong")}\">{Escape(objective)}</div>");
        foreach (var row in rows)
        {
            page.Append($"<div class=\"row {Mark(row)}\">{Escape(row.Text)}")
                .Append($"<span class=\"type\">{Escape(row.Type)}{(row.IsRight ? "" : ", " + wrong)}</span></div>");
        }

        page.Append("</div>");
    }

    /// <summary>The text with the words of each predicted row marked; where rows share words, the first row has them.</summary>
    private static void AppendHighlighted(StringBuilder page, ProblemResult item)
    {
        var owner = new int?[item.Text.Length];
        for (var index = 0; index < item.PredictedRows.Length; index++)
        {
            foreach (var evidence in item.PredictedRows[index].Evidence.Where(evidence => IsWithin(evidence, item.Text)))
                for (var position = evidence.Start; position < evidence.End; position++) owner[position] ??= index;
        }

        for (int start = 0, end; start < item.Text.Length; start = end)
        {
            for (end = start + 1; end < item.Text.Length && owner[end] == owner[start]; end++)
            {
            }

            var words = Escape(item.Text[start..end]);
            page.Append(owner[start] is { } index
                ? $"<mark class=\"{Mark(item.PredictedRows[index])}\" title=\"{Escape(item.PredictedRows[index].Text)}\">{words}</mark>"
                : words);
        }
    }

    private static string Mark(RowResult row) => row.IsRight ? "right" : "wrong";

    private static bool IsWithin(Evidence evidence, string text) => evidence.Turn == 0 && evidence.Start >= 0 && evidence.End <= text.Length;

    private static string Escape(string? text) => HtmlReport.Escape(text);
}
