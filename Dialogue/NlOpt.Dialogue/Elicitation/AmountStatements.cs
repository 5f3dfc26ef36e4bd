using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Makes objectives and weighted sums of amounts that answers told one by one: there is nothing left to be read from their words.</summary>
internal static class AmountStatements
{
    /// <summary>The objective with the amounts of the note that tells them; as it is where there is none.</summary>
    public static ObjectiveStatement Objective(IReadOnlyList<Note> notes, ObjectiveStatement read)
    {
        var turn = notes.ToList().FindLastIndex(note => note.Kind == NoteKind.Worth && !note.Amounts.IsEmpty);
        if (turn < 0) return read;
        var isMoney = notes[turn].IsMoney;
        var kind = (isMoney, read.Sense) switch
        {
            (true, ObjectiveSense.Maximize) => ObjectiveClass.Profit,
            (true, _) => ObjectiveClass.Cost,
            _ => ObjectiveClass.Resource,
        };
        return read with
        {
            Class = kind,
            Terms = Terms(notes[turn], turn),
            Unit = isMoney ? "$" : read.Unit,
            Evidence = [.. read.Evidence.Where(evidence => evidence.Turn != turn), new Evidence(0, notes[turn].Text.Length, turn)],
        };
    }

    /// <summary>The weighted sum of a rule and its needs; null where its amounts are not told one by one, or the limit was not understood.</summary>
    /// <param name="notes">All notes.</param>
    /// <param name="group">The group of the rule.</param>
    /// <param name="read">A reading that holds the limit.</param>
    /// <param name="whole">The reading of all notes, asked next.</param>
    public static Statement? Sum(IReadOnlyList<Note> notes, int group, ProblemFormulation read, ProblemFormulation whole)
    {
        var turn = notes.ToList().FindIndex(note => note.Group == group && note.Kind == NoteKind.Need && !note.Amounts.IsEmpty);
        if (turn < 0) return null;
        var rule = notes.ToList().FindIndex(note => note.Group == group && note.Kind is NoteKind.Rule or NoteKind.Loose);
        if ((LimitIn(read, rule) ?? LimitIn(whole, rule)) is not var (limit, probability)) return null;
        return new Statement.WeightedSum(Terms(notes[turn], turn), limit)
        {
            Unit = notes[turn].IsMoney ? "$" : notes[turn].Measure,
            Evidence = [new Evidence(0, notes[rule].Text.Length, rule), new Evidence(0, notes[turn].Text.Length, turn)],
            Probability = probability,
        };
    }

    private static (Limit Limit, double Probability)? LimitIn(ProblemFormulation read, int turn)
    {
        foreach (var statement in read.Statements)
        {
            Limit? limit = statement switch
            {
                Statement.SingleVariable(_, var one) => one,
                Statement.Sum(_, var one) => one,
                Statement.WeightedSum(_, var one) => one,
                _ => null,
            };
            if (limit is not null && limit.Numbers.All(number => number.Evidence is { } evidence && evidence.Turn == turn))
                return (limit, statement.Probability);
        }

        return null;
    }

    private static ImmutableArray<WeightedVariable> Terms(Note note, int turn) => [.. note.Amounts.OrderBy(amount => amount.Name).Select(amount =>
        new WeightedVariable(new DecisionVariableId(amount.Name), new SourcedNumber(amount.Value, new Evidence(amount.Start, amount.End, turn))))];
}
