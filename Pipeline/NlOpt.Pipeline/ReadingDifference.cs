using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Pipeline;

/// <summary>A thing in which two readings of the same words differ.</summary>
/// <param name="Slot">What kind of thing it is.</param>
/// <param name="Quote">The words read differently; null when neither reading points at any.</param>
/// <param name="First">How the first reading says it; null when it says nothing of the kind.</param>
/// <param name="Second">How the second reading says it; null when it says nothing of the kind.</param>
internal sealed record ReadingDifference(SlotKind Slot, Evidence? Quote, string? First, string? Second)
{
    /// <summary>Compares what the readings say, not how they store it. Readings of different amounts differ in that alone.</summary>
    public static IEnumerable<ReadingDifference> All(ProblemFormulation first, ProblemFormulation second)
    {
        static string Names(ProblemFormulation formulation) =>
            $"Decide on {PlainSentence.List(formulation.Variables.Select(variable => variable.Name))}.";
        return Names(first) != Names(second)
            ? [new(SlotKind.Variable, null, Names(first), Names(second))]
            : [.. OfKinds(first, second), .. OfObjectives(first, second), .. OfStatements(first, second)];
    }

    private static IEnumerable<ReadingDifference> OfKinds(ProblemFormulation first, ProblemFormulation second)
    {
        static string Kind(DecisionVariable variable) =>
            variable.Divisibility == Divisibility.Whole ? $"{variable.Name} in whole numbers" : $"{variable.Name} in any amount";
        return from pair in first.Variables.Zip(second.Variables)
               where pair.First.Divisibility != pair.Second.Divisibility
               select new ReadingDifference(SlotKind.Divisibility, FirstOf(pair.First.Mentions), Kind(pair.First), Kind(pair.Second));
    }

    private static IEnumerable<ReadingDifference> OfObjectives(ProblemFormulation first, ProblemFormulation second)
    {
        var (one, other) = (PlainSentence.OfObjective(first), PlainSentence.OfObjective(second));
        var slot = first.Objective.Sense != second.Objective.Sense ? SlotKind.Sense : SlotKind.Objective;
        return one == other ? [] : [new(slot, FirstOf(first.Objective.Evidence) ?? FirstOf(second.Objective.Evidence), one, other)];
    }

    private static IEnumerable<ReadingDifference> OfStatements(ProblemFormulation first, ProblemFormulation second)
    {
        var (ones, others) = (Sentences(first), Sentences(second));
        var same = ones.Select(mine => mine.Sentence).Intersect(others.Select(theirs => theirs.Sentence)).ToHashSet();
        ones.RemoveAll(mine => same.Contains(mine.Sentence));
        others.RemoveAll(theirs => same.Contains(theirs.Sentence));
        foreach (var (statement, sentence) in ones)
        {
            // The same words, else whatever the other reading says instead.
            var (other, rivalSentence) = others.Find(theirs => FirstOf(theirs.Statement!.Evidence) is { } quote && statement!.Evidence.Contains(quote));
            if (other is null) (other, rivalSentence) = others.FirstOrDefault();
            others.RemoveAll(theirs => theirs.Statement == other);
            yield return new(SlotOf(statement, other), FirstOf(statement!.Evidence) ?? FirstOf(other?.Evidence ?? []), sentence, rivalSentence);
        }

        foreach (var (statement, sentence) in others) yield return new(SlotKind.Template, FirstOf(statement!.Evidence), null, sentence);
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
