using System.Collections.Immutable;
using NlOpt.Understanding;
using NlOpt.Understanding.Learning;

namespace NlOpt.Dialogue.Metrics;

/// <summary>
/// Counts the slots that two sheets have alike. Variables are matched by the words of their names, statements by the slots that they have in
/// common, both by the best assignment. Only what is said alike counts: that two differently shaped statements may mean the same is for the
/// comparison of models.
/// </summary>
public static class SlotComparison
{
    /// <summary>Equal in every slot, said as it stands or the other way round.</summary>
    private static readonly EqualityComparer<SlotStatement> Alike = EqualityComparer<SlotStatement>.Create(
        (first, second) => first!.Count == second!.Count && first.Agreement(second) == first.Count,
        statement => (statement.Shape, statement.Count).GetHashCode());

    /// <summary>Compares what was understood with the gold slots.</summary>
    /// <param name="gold">The gold slots.</param>
    /// <param name="said">What the summary says.</param>
    public static SlotCounts Count(SlotSheet gold, SlotSheet said)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(said);
        var goldOf = MatchVariables(gold.Variables, said.Variables);
        // Variables without a partner get numbers that no gold variable has.
        var statements = said.Statements.Select(statement => Renamed(statement, goldOf, gold.Variables.Length)).Distinct(Alike).ToImmutableArray();
        var matched = goldOf.Select((column, index) => (Column: column, Index: index)).Where(pair => pair.Column is not null).ToList();
        var found = matched.Count
            + matched.Count(pair => gold.Variables[pair.Column!.Value].Divisibility is { } kind && kind == said.Variables[pair.Index].Divisibility)
            + (gold.Sense == said.Sense ? 1 : 0)
            + ObjectiveAgreement(gold, said, Renamed(said.Objective, goldOf, gold.Variables.Length))
            + Agreement(gold.Statements, statements);
        var repeated = said.Statements.Sum(statement => statement.Count) - statements.Sum(statement => statement.Count);
        // Kinds that the gold problem does not tell are no slots of either side.
        var untold = gold.Variables.Any(variable => variable.Divisibility is not null)
            ? 0
            : said.Variables.Count(variable => variable.Divisibility is not null);
        return new SlotCounts(gold.Count, found, said.Count - repeated - untold, found, repeated);
    }

    /// <summary>
    /// The share of words that two names have in common, twice over the sum of both, in [0, 1]; 1 for names that are equal but for case.
    /// </summary>
    internal static double Likeness(string first, string second)
    {
        if (string.Equals(first, second, StringComparison.OrdinalIgnoreCase)) return 1;
        var (left, right) = (NoteReader.Stems(first), NoteReader.Stems(second));
        var common = left.GroupBy(stem => stem).Sum(group => Math.Min(group.Count(), right.Count(stem => stem == group.Key)));
        return left.Length + right.Length == 0 ? 0 : 2.0 * common / (left.Length + right.Length);
    }

    private static int ObjectiveAgreement(SlotSheet gold, SlotSheet said, SlotStatement objective) =>
        gold.Objective.NumbersAlike(objective) + (Likeness(gold.ObjectiveName, said.ObjectiveName) > 0 ? 1 : 0);

    /// <summary>The gold variable of each variable; null where no gold variable shares a word with it.</summary>
    private static ImmutableArray<int?> MatchVariables(ImmutableArray<SlotVariable> gold, ImmutableArray<SlotVariable> said)
    {
        if (said.IsEmpty) return [];
        var costs = new double[said.Length, gold.Length + said.Length];
        for (var row = 0; row < said.Length; row++)
            for (var column = 0; column < gold.Length; column++)
                costs[row, column] = -gold[column].Names.Max(name => said[row].Names.Max(other => Likeness(name, other)));
        return [.. Assignment.Solve(costs).Select((column, row) => column < gold.Length && costs[row, column] < 0 ? column : (int?)null)];
    }

    private static int Agreement(ImmutableArray<SlotStatement> gold, ImmutableArray<SlotStatement> said)
    {
        if (said.IsEmpty) return 0;
        var costs = new double[said.Length, gold.Length + said.Length];
        for (var row = 0; row < said.Length; row++)
            for (var column = 0; column < gold.Length; column++) costs[row, column] = -gold[column].Agreement(said[row]);
        return -(int)Assignment.Solve(costs).Select((column, row) => costs[row, column]).Sum();
    }

    private static SlotStatement Renamed(SlotStatement statement, ImmutableArray<int?> goldOf, int goldCount) => statement with
    {
        Terms = [.. statement.Terms.Select(term => term with { Variable = goldOf[term.Variable] ?? goldCount + term.Variable })],
    };
}
