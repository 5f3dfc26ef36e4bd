using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Conflicts in the user's words.</summary>
public static class ConflictWords
{
    /// <summary>Where a statement was said: the turn of a dialogue, else its number; both counted from 1.</summary>
    public static string PlaceOf(int statement, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        var evidence = formulation.Statements[statement].Evidence;
        return formulation.Source.Turns.Length > 1 && !evidence.IsDefaultOrEmpty ? $"turn {evidence[0].Turn + 1}" : $"rule {statement + 1}";
    }

    /// <summary>A member as a phrase, for example <c>rule 2, at least 300 pastries</c> or <c>stools come in whole pieces</c>.</summary>
    public static string Of(ConflictMember member, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        return member switch
        {
            ConflictMember.OfStatement(var index, var isMust) =>
                $"{PlaceOf(index, formulation)}, {Clause(index, formulation)}{(isMust ? " (a must)" : "")}",
            ConflictMember.Wholeness(var variable) => $"{formulation[variable].Name}: only in whole pieces",
            ConflictMember.NonNegativity(var variable) => $"{formulation[variable].Name}: never less than none",
            ConflictMember.DoneOrNot(var variable) => formulation[variable].SmallestBatch is { Value: var batch }
                ? $"{formulation[variable].Name}: none, or at least {AmountText.Of(batch, formulation[variable].Unit)}"
                : $"{formulation[variable].Name}: none, unless the plan has any",
            _ => throw new ArgumentException($"Unknown case {member?.GetType().Name}.", nameof(member)),
        };
    }

    /// <summary>A statement by its place and its words, for example <c>rule 2 (at least 300 pastries)</c>.</summary>
    internal static string Named(int index, ProblemFormulation formulation) => $"{PlaceOf(index, formulation)} ({Clause(index, formulation)})";

    /// <summary>A conflict with its cheapest repair.</summary>
    internal static string Of(
        ImmutableArray<ConflictMember> members, bool isAmongMusts, ImmutableArray<Repair> repairs, ProblemFormulation formulation)
    {
        List<int> statements = [.. members.OfType<ConflictMember.OfStatement>().Select(member => member.Index)];
        var first = repairs is [var cheapest, ..] ? cheapest.StatementIndex : statements[^1];
        var others = statements.Where(index => index != first).Select(index => Named(index, formulation)).ToList();
        var wholes = members.OfType<ConflictMember.Wholeness>().Select(member => formulation[member.Variable].Name).ToList();
        var because = wholes.Count == 0 ? "" : $" as long as {PlainSentence.List(wholes)} come only in whole pieces";
        var subject = Named(first, formulation);
        var clash = others.Count == 0 ? $"{subject} cannot be met{because}" : $"{subject} conflicts with {PlainSentence.List(others)}{because}";
        var end = isAmongMusts ? "; all of these must stay as they are"
            : repairs.IsEmpty ? "; no change of one of them alone is enough"
            : $"; {repairs[0].Text}";
        return char.ToUpperInvariant(clash[0]) + clash[1..] + end + ".";
    }

    /// <summary>A statement as it stands within a sentence.</summary>
    private static string Clause(int index, ProblemFormulation formulation)
    {
        var sentence = PlainSentence.Of(formulation.Statements[index], formulation);
        return char.ToLowerInvariant(sentence[0]) + sentence[1..^1];
    }
}
