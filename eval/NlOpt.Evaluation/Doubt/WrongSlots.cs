using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>Finds what a wrong reading has wrong, slot by slot, so that its questions can be judged.</summary>
internal sealed class WrongSlots(ReferenceModel gold, ProblemFormulation predicted, SemanticComparison comparison, VariableMatching matching)
{
    private readonly GoldPlaces _places = new(gold.Problem);

    /// <summary>The wrong slots; none for a right model.</summary>
    /// <param name="pairing">The wrong rows.</param>
    public ImmutableArray<WrongSlot> Find(RowPairing pairing) => comparison.ModelRight
        ? []
        : [.. Variables(), .. Objective(), .. pairing.Pairs.SelectMany(pair => Row(pair.Kind, pair.Gold, pair.Predicted)), .. pairing.Missing.SelectMany(Missing), .. pairing.Spurious.Select(Spurious)];

    private IEnumerable<WrongSlot> Variables()
    {
        if (comparison.VariableCountRight && matching.NamesAgree) yield break;
        var left = predicted.Variables.Where(variable => matching.ColumnOf[variable.Id.Index] is not { } column || !matching.Agrees(column));
        var missed = Enumerable.Range(0, gold.Problem.VariableCount).Where(column => !matching.Agrees(column));
        yield return new WrongSlot(
            [SlotKind.Variable], [.. left.SelectMany(variable => variable.Mentions), .. missed.SelectMany(_places.OfColumn)], AsWhole: true);
    }

    private IEnumerable<WrongSlot> Objective()
    {
        if (!comparison.SenseRight) yield return new WrongSlot([SlotKind.Sense], predicted.Objective.Evidence, AsWhole: true);
        if (comparison.ObjectiveRight) yield break;
        yield return new WrongSlot([SlotKind.Objective], [.. predicted.Objective.Evidence, .. _places.OfObjective()], AsWhole: true);
        var wrong = Enumerable.Range(0, gold.Problem.VariableCount)
            .Where(column => comparison.PredictedObjective is not { } vector || !CanonicalRow.Close(vector[column], comparison.GoldObjective[column])).ToHashSet();
        var numbers = predicted.Objective.Terms
            .Where(term => matching.ColumnOf[term.Variable.Index] is not { } column || wrong.Contains(column))
            .SelectMany(term => term.Numbers).Select(number => number.Evidence).OfType<Evidence>();
        var labelled = gold.Problem.Objective is Nl4OptObjective.Weighted weighted
            ? weighted.Terms.Where(term => gold.Problem.ColumnOf(term.Mention) is not { } column || wrong.Contains(column)).SelectMany(term => _places.OfNumber(term.Number))
            : [];
        yield return new WrongSlot([SlotKind.Coefficient, SlotKind.Template, SlotKind.LimitValue], [.. numbers, .. labelled]);
    }

    private IEnumerable<WrongSlot> Row(ErrorKind kind, ComparedRow missed, ComparedRow wrong)
    {
        ImmutableArray<Evidence> places = [.. PlacesOf(wrong), .. _places.Of(gold.Problem.Constraints[missed.Position])];
        // A limit that points the wrong way may leave the plan without any: that is then asked about without a quote.
        if (kind == ErrorKind.Operator) return [new WrongSlot([SlotKind.Operator], [.. places, .. wrong.Evidence]), Nowhere()];
        if (kind == ErrorKind.ComparisonOrder) return [new WrongSlot([SlotKind.Operator, SlotKind.Template], [.. places, .. wrong.Evidence])];
        return [new WrongSlot([SlotKind.Template, SlotKind.LimitValue, SlotKind.Coefficient], places)];
    }

    private IEnumerable<WrongSlot> Missing(ComparedRow row) =>
        [new WrongSlot([SlotKind.Template, SlotKind.LimitValue, SlotKind.Coefficient], _places.Of(gold.Problem.Constraints[row.Position])), Nowhere()];

    private WrongSlot Spurious(ComparedRow row) => new([SlotKind.Template, SlotKind.LimitValue, SlotKind.Coefficient], PlacesOf(row));

    private static WrongSlot Nowhere() => new([SlotKind.LimitValue], [], AsWhole: true);

    /// <summary>The numbers of a predicted row; its words where it has none.</summary>
    private ImmutableArray<Evidence> PlacesOf(ComparedRow row)
    {
        ImmutableArray<Evidence> numbers = [.. predicted.Statements[row.Position].Numbers.Select(number => number.Evidence).OfType<Evidence>()];
        return numbers.IsEmpty ? row.Evidence : numbers;
    }
}
