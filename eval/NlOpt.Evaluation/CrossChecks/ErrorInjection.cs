using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Evaluation;

/// <summary>Makes one error in a right formulation, chosen by a seeded generator among the places where it can be made.</summary>
internal sealed class ErrorInjection(ProblemFormulation gold, Random random)
{
    private const int NumbersTried = 200;

    /// <summary>Makes an error.</summary>
    /// <returns>Null where the formulation offers no place for it.</returns>
    public FaultyFormulation? Make(InjectedError error) => error switch
    {
        InjectedError.DroppedRule => Dropped(),
        InjectedError.InventedNumber => Invented(),
        InjectedError.WrongDirection => Turned(),
        InjectedError.SwappedCoefficients => Swapped(),
        InjectedError.MissingLink => new LinkRemoval(gold, random).Make(),
        InjectedError.WrongObjective => OtherObjective(),
        InjectedError.TotalAsVariable => new TotalInsertion(gold, random).Make(),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "an unknown error"),
    };

    private FaultyFormulation? Dropped()
    {
        if (gold.Statements.IsEmpty) return null;
        var at = random.Next(gold.Statements.Length);
        return Changed(gold with { Statements = gold.Statements.RemoveAt(at) }, $"dropped {PlainSentence.Of(gold.Statements[at], gold)}");
    }

    private FaultyFormulation? Invented()
    {
        if (NewNumber() is not { } number) return null;
        var places = gold.Statements.Select((statement, index) => (Index: index, Count: statement.Numbers.Count())).Where(item => item.Count > 0)
            .ToList();
        if (places.Count > 0 && random.Next(2) == 0)
        {
            var (index, count) = places[random.Next(places.Count)];
            var chosen = random.Next(count);
            var changed = StatementNumbers.Replace(
                gold.Statements[index], (own, position) => position == chosen ? own with { Value = IsShare(own) ? number / 100 : number } : own);
            return Changed(With(index, changed), $"invented {PlainSentence.Of(changed, gold)}");
        }

        var variable = gold.Variables[random.Next(gold.Variables.Length)];
        var said = new SourcedNumber(number);
        var added = new Statement.SingleVariable(variable.Id, random.Next(2) == 0 ? new Limit.AtMost(said) : new Limit.AtLeast(said));
        return Changed(gold with { Statements = gold.Statements.Add(added) }, $"added {PlainSentence.Of(added, gold)}");
    }

    private FaultyFormulation? Turned()
    {
        var places = gold.Statements.Select((statement, index) => (Index: index, Turned: StatementNumbers.Turned(statement))).Where(
            item => item.Turned is not null).ToList();
        if (places.Count == 0) return null;
        var (at, turned) = places[random.Next(places.Count)];
        return Changed(With(at, turned!), $"turned {PlainSentence.Of(gold.Statements[at], gold)}");
    }

    private FaultyFormulation? Swapped()
    {
        var places = new List<(int Index, ImmutableArray<WeightedVariable> Terms)> { (-1, gold.Objective.Terms) };
        places.AddRange(gold.Statements.Select((statement, index) => (index, statement is Statement.WeightedSum sum ? sum.Terms : [])));
        places.RemoveAll(place => place.Terms.Select(term => term.Value).Distinct().Count() < 2);
        if (places.Count == 0) return null;
        var (at, terms) = places[random.Next(places.Count)];
        var pairs = (from left in Enumerable.Range(0, terms.Length)
                     from right in Enumerable.Range(left + 1, terms.Length - left - 1)
                     where terms[left].Value != terms[right].Value
                     select (left, right)).ToList();
        var (one, other) = pairs[random.Next(pairs.Count)];
        var swapped = terms
            .SetItem(one, terms[other] with { Variable = terms[one].Variable })
            .SetItem(other, terms[one] with { Variable = terms[other].Variable });
        return Changed(
            at < 0 ? gold with { Objective = gold.Objective with { Terms = swapped } }
                : With(at, (Statement.WeightedSum)gold.Statements[at] with { Terms = swapped }),
            $"swapped {gold[terms[one].Variable].Name} and {gold[terms[other].Variable].Name} in {(at < 0 ? "the objective" : PlainSentence.Of(gold.Statements[at], gold))}");
    }

    private FaultyFormulation OtherObjective()
    {
        var own = Meaning(gold.Objective.Terms);
        var rows = gold.Statements.OfType<Statement.WeightedSum>().Where(sum => Meaning(sum.Terms) != own).ToList();
        if (rows.Count == 0 || random.Next(2) == 0)
        {
            var sense = gold.Objective.Sense == ObjectiveSense.Maximize ? ObjectiveSense.Minimize : ObjectiveSense.Maximize;
            return Changed(gold with { Objective = gold.Objective with { Sense = sense } }, "the opposite sense");
        }

        var row = rows[random.Next(rows.Count)];
        return Changed(
            gold with { Objective = gold.Objective with { Terms = row.Terms, Class = ObjectiveClass.Resource, Unit = row.Unit } },
            $"the amounts of {PlainSentence.Of(row, gold)}");
    }

    /// <summary>A whole number of usual size that the text does not say, not even in per cent; null where chance gives none.</summary>
    private double? NewNumber()
    {
        var said = NoteReader.Numbers(gold.Source.Turns[0]).Select(number => number.Value).ToList();
        for (var tries = 0; tries < NumbersTried; tries++)
        {
            var number = (double)random.Next(2, 100) * (random.Next(2) == 0 ? 1 : 5);
            if (!said.Exists(value => Same(value, number) || Same(value * 100, number) || Same(value, number * 100))) return number;
        }

        return null;
    }

    private static bool Same(double left, double right) => Math.Abs(left - right) <= 1e-6 * Math.Max(left, right);

    private static bool IsShare(SourcedNumber number) => number.Value is > 0 and < 1;

    private static string Meaning(ImmutableArray<WeightedVariable> terms) => FormattableString.Invariant(
        $"{string.Join(' ', terms.OrderBy(term => term.Variable.Index).Select(term => FormattableString.Invariant($"{term.Variable.Index}:{term.Value:g9}")))}");

    private ProblemFormulation With(int index, Statement statement) => gold with { Statements = gold.Statements.SetItem(index, statement) };

    private static FaultyFormulation Changed(ProblemFormulation formulation, string what) => new(formulation, null, what);
}
