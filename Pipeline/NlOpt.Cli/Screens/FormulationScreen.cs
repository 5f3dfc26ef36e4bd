using NlOpt.Formulation;
using NlOpt.Modeling;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>A problem as it was understood: what is decided, what is wanted, each rule beside its words, and the numbers left over.</summary>
internal static class FormulationScreen
{
    private const int LongestQuote = 240;

    /// <summary>Shows a formulation.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="lowered">The formulation with its rows.</param>
    /// <param name="explain">Also how sure the reader is, and what became of every number.</param>
    public static void Show(Screen screen, LoweredModel lowered, bool explain)
    {
        var formulation = lowered.Formulation;
        screen.Heading("What you decide");
        var hasUnits = formulation.Variables.Any(variable => variable.Unit is not null);
        screen.Columns(formulation.Variables.Select(variable => DecisionRow(variable, lowered, hasUnits)));
        screen.Gap();
        screen.Heading("What you want");
        ShowObjective(screen, lowered, explain);
        if (!formulation.Statements.IsEmpty)
        {
            screen.Gap();
            screen.Heading("The rules");
            screen.Columns(formulation.Statements.Select((statement, index) => Card(statement, index, lowered, explain)));
        }

        ShowNumbers(screen, formulation, explain);
    }

    /// <summary>The words a thing was read from, shortened where they are long; null when it was not said.</summary>
    public static string? QuoteOf(IEnumerable<Evidence> evidence, ProblemFormulation formulation)
    {
        var quotes = evidence.Order().Select(span => VisibleText.OneLine(formulation.Source.Quote(span))).Where(quote => quote.Length > 0).Distinct();
        var text = string.Join(" … ", quotes);
        if (text.Length == 0) return null;
        return text.Length <= LongestQuote ? $"“{text}”" : $"“{text[..LongestQuote]} …”";
    }

    private static IRenderable[] DecisionRow(DecisionVariable variable, LoweredModel lowered, bool hasUnits)
    {
        var isWhole = lowered.Model.Variables[lowered.AmountOf(variable.Id).Index].Kind != VariableKind.Continuous;
        var isAsRead = isWhole == (variable.Divisibility == Divisibility.Whole);
        var kind = isWhole ? "whole number" : "divisible";
        return
        [
            Screen.Words(variable.Name, Screen.Strong),
            .. hasUnits ? [Screen.Words(variable.Unit ?? "")] : Array.Empty<IRenderable>(),
            Screen.Words(kind),
            Screen.Words(isAsRead ? variable.DivisibilityReason : "as you asked on the command line", Screen.Faint),
        ];
    }

    private static void ShowObjective(Screen screen, LoweredModel lowered, bool explain)
    {
        var objective = lowered.Formulation.Objective;
        screen.Paragraph(PlainSentence.OfObjective(lowered.Formulation), Screen.Strong);
        if (QuoteOf(objective.Evidence, lowered.Formulation) is { } quote) screen.Paragraph(quote, Screen.Quote);
        screen.Paragraph(AlgebraText.OfObjective(lowered.Model), Screen.Algebra);
        if (explain) screen.Paragraph($"understood with probability {AmountText.Percent(Math.Round(objective.Probability, 3))}", Screen.Faint);
    }

    private static IRenderable[] Card(Statement statement, int index, LoweredModel lowered, bool explain)
    {
        List<IRenderable> lines = [Screen.Words(PlainSentence.Of(statement, lowered.Formulation), Screen.Strong)];
        if (QuoteOf(statement.Evidence, lowered.Formulation) is { } quote) lines.Add(Screen.Words(quote, Screen.Quote));
        lines.AddRange(lowered.RowsOf(index).Select(row => Screen.Words(Screen.Pretty(AlgebraText.Of(row, lowered.Model)), Screen.Algebra)));
        lines.AddRange(lowered.IndicatorsOf(index).Select(row => Screen.Words(Screen.Pretty(AlgebraText.Of(row, lowered.Model)), Screen.Algebra)));
        if (explain)
        {
            lines.Add(Screen.Words(
                $"{Template.Of(statement).Id}, understood with probability {AmountText.Percent(Math.Round(statement.Probability, 3))}", Screen.Faint));
        }

        return [Screen.Words($"{index + 1}."), Screen.Stack(lines)];
    }

    private static void ShowNumbers(Screen screen, ProblemFormulation formulation, bool explain)
    {
        var entries = formulation.Ledger.Where(entry => explain || entry.Use is NumberUse.SetAside || entry.Note is not null).ToList();
        if (entries.Count == 0) return;
        screen.Gap();
        var isAllAside = entries.TrueForAll(entry => entry.Use is NumberUse.SetAside);
        screen.Heading(explain ? "Every number of the text" : isAllAside ? "Numbers set aside" : "Numbers set aside or converted");
        screen.Columns(entries.Select(entry => (IRenderable[])
            [Screen.Words(formulation.Source.Quote(entry.Evidence), Screen.Quote), Screen.Words(UseOf(entry.Use, formulation) + (entry.Note is { } note ? $"; {note}" : ""))]));
    }

    private static string UseOf(NumberUse use, ProblemFormulation formulation) => use switch
    {
        NumberUse.InObjective => "used in what you want",
        NumberUse.InStatement(var index) => $"used in rule {index + 1}",
        NumberUse.InName(var variable) => $"part of the name {formulation[variable].Name}",
        NumberUse.InSmallestBatch(var variable) => $"smallest amount of {formulation[variable].Name}",
        NumberUse.SetAside(var reason) => reason,
        _ => throw new ArgumentException($"Unknown use {use.GetType().Name}.", nameof(use)),
    };
}
