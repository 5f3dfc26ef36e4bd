using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Pipeline;

/// <summary>The first thing in which two readings of the same words differ.</summary>
/// <param name="Slot">What kind of thing it is.</param>
/// <param name="Quote">The words read differently; null when neither reading points at any.</param>
/// <param name="First">How the first reading says it; null when it says nothing of the kind.</param>
/// <param name="Second">How the second reading says it; null when it says nothing of the kind.</param>
internal sealed record ReadingDifference(SlotKind Slot, Evidence? Quote, string? First, string? Second)
{
    /// <summary>Compares what the readings say, not how they store it; null when they say the same.</summary>
    public static ReadingDifference? Between(ProblemFormulation first, ProblemFormulation second) =>
        OfVariables(first, second) ?? OfObjectives(first, second) ?? OfStatements(first, second);

    private static ReadingDifference? OfVariables(ProblemFormulation first, ProblemFormulation second)
    {
        static string Names(ProblemFormulation formulation) =>
            $"Decide on {PlainSentence.List(formulation.Variables.Select(variable => variable.Name))}.";
        static string Kind(DecisionVariable variable) =>
            variable.Divisibility == Divisibility.Whole ? $"{variable.Name} in whole numbers" : $"{variable.Name} in any amount";
        if (Names(first) != Names(second)) return new(SlotKind.Variable, null, Names(first), Names(second));
        var (one, other) = first.Variables.Zip(second.Variables).FirstOrDefault(pair => pair.First.Divisibility != pair.Second.Divisibility);
        return one is null ? null : new(SlotKind.Divisibility, one.Mentions is [var mention, ..] ? mention : null, Kind(one), Kind(other));
    }

    private static ReadingDifference? OfObjectives(ProblemFormulation first, ProblemFormulation second)
    {
        var (one, other) = (PlainSentence.OfObjective(first), PlainSentence.OfObjective(second));
        var slot = first.Objective.Sense != second.Objective.Sense ? SlotKind.Sense : SlotKind.Objective;
        return one == other ? null : new(slot, FirstOf(first.Objective.Evidence) ?? FirstOf(second.Objective.Evidence), one, other);
    }

    private static ReadingDifference? OfStatements(ProblemFormulation first, ProblemFormulation second)
    {
        var (ones, others) = (Sentences(first), Sentences(second));
        var (one, sentence) = ones.Find(mine => !others.Exists(theirs => theirs.Sentence == mine.Sentence));
        var (other, rivalSentence) = others.Find(theirs => !ones.Exists(mine => mine.Sentence == theirs.Sentence));
        if (one is null && other is null) return null;
        return new(SlotOf(one, other), FirstOf(one?.Evidence ?? []) ?? FirstOf(other?.Evidence ?? []), sentence, rivalSentence);
    }

    private static List<(Statement? Statement, string? Sentence)> Sentences(ProblemFormulation formulation) =>
        [.. formulation.Statements.Select(statement => (statement, PlainSentence.Of(statement, formulation)))];

    private static SlotKind SlotOf(Statement? first, Statement? second)
    {
        if (first is null || second is null || first.GetType() != second.GetType()) return SlotKind.Template;
        if (Template.Of(first) != Template.Of(second)) return SlotKind.Operator;
        return first is Statement.WeightedSum(var one, _) && second is Statement.WeightedSum(var other, _) && !one.SequenceEqual(other)
            ? SlotKind.Coefficient
            : SlotKind.LimitValue;
    }

    private static Evidence? FirstOf(ImmutableArray<Evidence> evidence) => evidence is [var first, ..] ? first : null;
}
