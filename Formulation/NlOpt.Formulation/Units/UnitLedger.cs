using System.Collections.Immutable;

namespace NlOpt.Formulation.Units;

/// <summary>
/// Compares the units of the numbers of every row as the words around them say them: what agrees or says no known unit stays as it is, what
/// is mixed but convertible is converted to the finest measure of the row (the measure of the variable where it limits amounts themselves),
/// what cannot be added is reported. A number is only ever converted where its own unit and that of another number of its row are known.
/// </summary>
public static class UnitLedger
{
    /// <summary>Checks and converts.</summary>
    /// <param name="formulation">Checked by <see cref="FormulationCheck"/>; its numbers are as written.</param>
    public static UnitFindings Reconcile(ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(formulation);
        var run = new Run(formulation);
        var objective = run.Objective(formulation.Objective);
        ImmutableArray<Statement> statements = [.. formulation.Statements.Select(run.Statement)];
        var notes = run.Conversions.ToDictionary(conversion => conversion.Evidence);
        ImmutableArray<LedgerEntry> ledger =
            [.. formulation.Ledger.Select(entry => notes.TryGetValue(entry.Evidence, out var note) ? entry with { Note = note.ToString() } : entry)];
        return new(formulation with { Objective = objective, Statements = statements, Ledger = ledger }, [.. run.Conversions], [.. run.Conflicts]);
    }

    private sealed class Run(ProblemFormulation formulation)
    {
        private readonly List<UnitConversion> _conversions = [];
        private readonly List<UnitConflict> _conflicts = [];

        /// <summary>The conversions, each number once.</summary>
        public IEnumerable<UnitConversion> Conversions => _conversions.DistinctBy(conversion => conversion.Evidence);

        public IEnumerable<UnitConflict> Conflicts => _conflicts.Distinct();

        public ObjectiveStatement Objective(ObjectiveStatement objective)
        {
            var units = Judge(Amounts(objective.Terms, objective.FixedCharges), [], null);
            return objective with
            {
                Terms = Converted(objective.Terms, units),
                FixedCharges = Converted(objective.FixedCharges, units),
                Unit = units.Target is { } target ? UnitReader.Replaced(objective.Unit, target) : objective.Unit,
            };
        }

        public Statement Statement(Statement statement)
        {
            switch (statement)
            {
                case Formulation.Statement.SingleVariable(var variable, var limit) single:
                    return single with { Limit = OfAmounts([variable], limit) };
                case Formulation.Statement.Sum(var variables, var limit) sum:
                    return sum with { Limit = OfAmounts(variables, limit) };
                case Formulation.Statement.SumComparison { Difference: { } difference } comparison:
                    return comparison with { Difference = Judge([], [difference], CommonMeasure([.. comparison.Left, .. comparison.Right])).Convert(difference) };
                case Formulation.Statement.WeightedSum sum:
                    var units = Judge(Amounts(sum.Terms, sum.FixedCharges), sum.Limit.Numbers, null);
                    return sum with
                    {
                        Terms = Converted(sum.Terms, units),
                        FixedCharges = Converted(sum.FixedCharges, units),
                        Limit = Converted(sum.Limit, units),
                        Unit = units.Target is { } target ? UnitReader.Replaced(sum.Unit, target) : sum.Unit,
                    };
                case Formulation.Statement.ConditionalLimit conditional:
                    return OfConditional(conditional);
                default:
                    return statement;
            }
        }

        private Formulation.Statement.ConditionalLimit OfConditional(Statement.ConditionalLimit conditional) => Statement(conditional.Consequence) switch
        {
            Formulation.Statement.SingleVariable single => conditional with { Limit = single.Limit },
            Formulation.Statement.Sum sum => conditional with { Limit = sum.Limit },
            Formulation.Statement.WeightedSum sum => conditional with { Terms = sum.Terms, Limit = sum.Limit, Unit = sum.Unit },
            _ => conditional,
        };

        private Limit OfAmounts(ImmutableArray<DecisionVariableId> variables, Limit limit) =>
            CommonMeasure(variables) is { } measure ? Converted(limit, Judge([], limit.Numbers, measure)) : limit;

        /// <summary>The measure in which all the variables are decided; null where they have none in common.</summary>
        private Measure? CommonMeasure(ImmutableArray<DecisionVariableId> variables)
        {
            var measures = variables.Select(MeasureOf).Distinct().ToList();
            return measures.Count == 1 ? measures[0] : null;
        }

        private Measure? MeasureOf(DecisionVariableId variable) => formulation[variable].Unit is { } unit ? UnitReader.In(unit) : null;

        private IEnumerable<MeasuredNumber> Amounts(ImmutableArray<WeightedVariable> terms, ImmutableArray<FixedCharge> charges) =>
        [
            .. from term in terms
               from number in Measured(term.Numbers)
               let variable = MeasureOf(term.Variable)
               let isOther = variable is not null && number.Unit?.Denominator is { } denominator && denominator != variable && denominator.ConvertsTo(variable)
               select number with { Unit = isOther ? number.Unit : WithoutDenominator(number.Unit), PerVariable = isOther ? variable : null },
            .. Plain(charges.Select(charge => charge.Amount)),
        ];

        private IEnumerable<MeasuredNumber> Plain(IEnumerable<SourcedNumber> numbers) =>
            Measured(numbers).Select(number => number with { Unit = WithoutDenominator(number.Unit) });

        private IEnumerable<MeasuredNumber> Measured(IEnumerable<SourcedNumber> numbers) =>
            from number in numbers
            where number.Evidence is not null
            let evidence = number.Evidence!.Value
            select new MeasuredNumber(evidence, number.Value, UnitReader.Of(formulation.Source, evidence));

        private static Unit? WithoutDenominator(Unit? unit) => unit is null ? null : new Unit(unit.Numerator);

        private RowUnits Judge(IEnumerable<MeasuredNumber> amounts, IEnumerable<SourcedNumber> limits, Measure? given)
        {
            var units = new RowUnits(amounts, Plain(limits), given);
            _conversions.AddRange(units.Conversions);
            if (units.Conflict is { } conflict) _conflicts.Add(conflict);
            return units;
        }

        private static ImmutableArray<WeightedVariable> Converted(ImmutableArray<WeightedVariable> terms, RowUnits units) =>
        [
            .. terms.Select(term => term with
            {
                Coefficient = units.Convert(term.Coefficient),
                Deduction = term.Deduction is { } deduction ? units.Convert(deduction) : null,
            }),
        ];

        private static ImmutableArray<FixedCharge> Converted(ImmutableArray<FixedCharge> charges, RowUnits units) =>
            [.. charges.Select(charge => charge with { Amount = units.Convert(charge.Amount) })];

        private static Limit Converted(Limit limit, RowUnits units) => limit switch
        {
            Limit.AtMost(var number) => new Limit.AtMost(units.Convert(number)),
            Limit.AtLeast(var number) => new Limit.AtLeast(units.Convert(number)),
            Limit.Exactly(var number) => new Limit.Exactly(units.Convert(number)),
            Limit.Between(var low, var high) => new Limit.Between(units.Convert(low), units.Convert(high)),
            _ => throw new ArgumentException($"Unknown limit {limit.GetType().Name}.", nameof(limit)),
        };
    }
}
