using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Simulation.Hidden;

/// <summary>
/// What the numbers of a summary show to be wrong, without its formulation: numbers of the problem that it leaves out, and numbers that it
/// invents. That the numbers are all right does not make a summary right.
/// </summary>
/// <param name="LacksGoal">Whether an amount of the goal is left out.</param>
/// <param name="Lacking">Statements of the problem with a number that is left out.</param>
/// <param name="LackingNumbers">Those numbers, the goal's among them.</param>
/// <param name="Invented">Numbers of the summary that the problem does not hold, as written.</param>
/// <param name="InventedLine">The first line with one; null where there is none.</param>
internal sealed record SummaryNumbers(
    bool LacksGoal, ImmutableArray<Statement> Lacking, ImmutableArray<string> LackingNumbers, ImmutableArray<string> Invented, string? InventedLine)
{
    // The words around a line that is denied: "No, there is no such rule".
    private const int MostWordsOfLine = MessageRules.MostWords - 6;

    /// <summary>Whether nothing is wrong.</summary>
    public bool AreRight => LackingNumbers.IsEmpty && Invented.IsEmpty;

    /// <summary>Compares the numbers of a summary with those of a problem.</summary>
    public static SummaryNumbers Of(HiddenProblem problem, string summary)
    {
        var told = new ToldNumbers(summary);
        var spoken = NoteReader.Numbers(problem.Text);
        var ofGoal = Lacks(problem.Gold.Objective.Numbers);
        var ofStatements = problem.Gold.Statements.Select(statement => (Statement: statement, Numbers: Lacks(statement.Numbers)))
            .Where(item => !item.Numbers.IsEmpty).ToList();
        // A number brought to another unit is as right as the one that the text holds.
        var numbers = problem.Gold.Objective.Numbers.Concat(problem.Gold.Statements.SelectMany(statement => statement.Numbers));
        var known = new ToldNumbers([problem.Text, .. numbers.Select(number => ToldNumbers.Text(number.Value))]);
        var lines = summary.Split('\n').Select(line => line.Trim().TrimStart('-', '*').Trim()).ToList();
        return new(
            !ofGoal.IsEmpty,
            [.. ofStatements.Select(item => item.Statement)],
            [.. ofGoal.Concat(ofStatements.SelectMany(item => item.Numbers)).Distinct(StringComparer.Ordinal)],
            [.. lines.SelectMany(line => known.NotToldIn(line)).Distinct(StringComparer.Ordinal)],
            lines.Find(line => !known.NotToldIn(line).IsEmpty));

        ImmutableArray<string> Lacks(IEnumerable<SourcedNumber> wanted) =>
            [.. wanted.Where(number => number.Evidence is not null && number.Value != 1).Select(AsTold)
                .Where(number => !told.Holds(number.Value) && !told.Holds(number.Said)).Select(number => ToldNumbers.Text(number.Said))];

        // A number may have been brought to another unit since it was said. The 1 of "an hour" is said by an article, and not looked for.
        (double Value, double Said) AsTold(SourcedNumber number)
        {
            var at = number.Evidence!.Value;
            var said = spoken.Where(other => other.Evidence.Start < at.End && at.Start < other.Evidence.End).Select(other => (double?)other.Value)
                .FirstOrDefault();
            return (number.Value, said ?? number.Value);
        }
    }

    /// <summary>What there is to say to the agent, in the phrases of the bank; null where nothing is wrong.</summary>
    public string? Feedback(FactWords words)
    {
        if (LacksGoal) return words.Say("wrong", ("fact", words.IsCount ? words.Goal() : words.WorthAgain()));
        if (!Lacking.IsEmpty) return words.Say("missing", ("fact", words.Whole(Lacking[0])));
        return InventedLine is { } line
            ? words.Say("wrong-rule", ("rule", string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWordsOfLine))))
            : null;
    }
}
