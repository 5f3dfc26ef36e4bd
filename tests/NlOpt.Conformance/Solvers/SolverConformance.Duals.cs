using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Conformance.Solvers;

public abstract partial class SolverConformance
{
    /// <summary>Senses times the kinds of rows and the side that binds.</summary>
    public static TheoryData<ObjectiveSense, string> BindingRows
    {
        get
        {
            var data = new TheoryData<ObjectiveSense, string>();
            foreach (var sense in Enum.GetValues<ObjectiveSense>())
            {
                foreach (var kind in new[] { "at most", "at least", "equal", "range at its upper side", "range at its lower side" }) data.Add(sense, kind);
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(BindingRows))]
    public void Dual_value_is_the_change_of_the_objective_for_a_unit_of_the_right_hand_side(ObjectiveSense sense, string kind)
    {
        NeedsDuals();
        var wantsMore = kind is "at most" or "range at its upper side" or "equal";
        var sign = (sense == ObjectiveSense.Maximize) == wantsMore ? 1 : -1;
        ModelDraft Draft(double side)
        {
            // Costs pull towards the side that is to bind; x1 is the dearer way and stays at 0, x2 has a row of its own that binds.
            var draft = new ModelDraft { Sense = sense };
            draft.Variable(3 * sign, 0, 40).Variable((sense == ObjectiveSense.Maximize ? -1 : 1) * 9, 0, 40).Variable(sign, 0, 7);
            return kind switch
            {
                "at most" => draft.Row(null, side, (0, 2), (1, 1)),
                "at least" => draft.Row(side, null, (0, 2), (1, 1)),
                "equal" => draft.Row(side, side, (0, 2), (1, 1)),
                "range at its upper side" => draft.Row(side - 5, side, (0, 2), (1, 1)),
                _ => draft.Row(side, side + 5, (0, 2), (1, 1)),
            };
        }

        var result = Solve(Draft(10));
        ShouldProve(Draft(10), result);
        var difference = (Solve(Draft(11)).PrimalBound!.Value - Solve(Draft(9)).PrimalBound!.Value) / 2;
        difference.Should().BeApproximately(1.5 * sign, 100 * Tolerance);
        result.Dual![new RowId(0)].Should().BeApproximately(difference, 100 * Tolerance);
    }

    [SkippableFact]
    public void Reduced_cost_is_the_change_of_the_objective_for_a_unit_of_the_bound()
    {
        NeedsDuals();
        foreach (var sense in Enum.GetValues<ObjectiveSense>())
        {
            ModelDraft Draft(double lower, double upper) => new ModelDraft { Sense = sense }
                .Variable(-2, lower, upper).Variable(5, lower, upper).Variable(1, 0, 30).Row(6, 20, (0, 1), (1, 1), (2, 1));
            var result = Solve(Draft(1, 4));
            ShouldProve(Draft(1, 4), result);
            var first = sense == ObjectiveSense.Minimize ? 4 : 1;
            result.Primal![Id(0)].Should().BeApproximately(first, 100 * Tolerance);
            const double Step = 0.5;
            double Value(double lower, double upper) => Solve(Draft(lower, upper)).PrimalBound!.Value;
            var byLower = (Value(1 + Step, 4) - Value(1 - Step, 4)) / (2 * Step);
            var byUpper = (Value(1, 4 + Step) - Value(1, 4 - Step)) / (2 * Step);
            var (atLower, atUpper) = sense == ObjectiveSense.Minimize ? (Id(1), Id(0)) : (Id(0), Id(1));
            result.Dual![atLower].Should().BeApproximately(byLower, 100 * Tolerance, "a variable at its lower bound, {0}", sense);
            result.Dual[atUpper].Should().BeApproximately(byUpper, 100 * Tolerance, "a variable at its upper bound, {0}", sense);
        }
    }

    [SkippableFact]
    public void Dual_values_agree_with_finite_differences_wherever_the_optimum_has_no_kink()
    {
        NeedsDuals();
        const double Step = 0.01;
        var compared = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var draft = Generator.SmallLinear(seed);
            var result = Solve(draft);
            if (result.Termination != TerminationReason.Optimal) continue;
            ShouldProve(draft, result);
            for (var row = 0; row < draft.Lines.Count; row++)
            {
                var (back, forth) = (Shifted(seed, row, -Step), Shifted(seed, row, Step));
                if (back is null || forth is null) continue;
                var (left, right) = ((result.PrimalBound!.Value - back.Value) / Step, (forth.Value - result.PrimalBound.Value) / Step);
                if (Math.Abs(left - right) > Tolerance * 1000 * Math.Max(1, Math.Abs(left))) continue; // a kink: any value between is right
                result.Dual!.DualValues[row].Should().BeApproximately(right, Tolerance * 1000 * Math.Max(1, Math.Abs(right)), "row {0} of seed {1}", row, seed);
                compared++;
            }
        }

        compared.Should().BeGreaterThan(30, "the generator must give enough rows without a kink");
    }

    [SkippableFact]
    public void Dual_values_and_reduced_costs_are_absent_with_integers()
    {
        NeedsInteger();
        Solve(new ModelDraft().Variable(1, 0, 9, VariableKind.Integer).Row(2, null, (0, 1))).Dual.Should().BeNull();
    }

    [SkippableFact]
    public void Engines_without_dual_values_return_none()
    {
        Skip.If(Solver.Capabilities.DualValues, $"{Solver.Name} has dual values");
        Solve(new ModelDraft().Variable(1, 0, 9, AnyKind).Row(2, null, (0, 1))).Dual.Should().BeNull();
    }

    private double? Shifted(int seed, int row, double step)
    {
        var draft = Generator.SmallLinear(seed);
        draft.Lines[row].Lower += step;
        draft.Lines[row].Upper += step;
        return Solve(draft).PrimalBound;
    }

    /// <summary>Stationarity, signs and complementarity, from the definitions and without the code under test.</summary>
    private void ShouldProve(ModelDraft draft, SolveResult result)
    {
        result.Termination.Should().Be(TerminationReason.Optimal, result.Detail);
        var (primal, dual) = (result.Primal!, result.Dual!);
        dual.DualValues.Should().HaveCount(draft.Lines.Count);
        dual.ReducedCosts.Should().HaveCount(draft.Columns.Count);
        var expected = draft.Columns.Select(column => column.Cost).ToArray();
        var sign = draft.Sense == ObjectiveSense.Minimize ? 1 : -1;
        for (var row = 0; row < draft.Lines.Count; row++)
        {
            var line = draft.Lines[row];
            foreach (var (column, coefficient) in line.Terms) expected[column] -= coefficient * dual.DualValues[row];
            ShouldPress(sign * dual.DualValues[row], line.Terms.Sum(term => term.Coefficient * primal.Values[term.Column]), line.Lower, line.Upper, $"row {row}");
        }

        for (var index = 0; index < expected.Length; index++)
        {
            dual.ReducedCosts[index].Should().BeApproximately(expected[index], 100 * Tolerance);
            ShouldPress(sign * dual.ReducedCosts[index], primal.Values[index], draft.Columns[index].Lower, draft.Columns[index].Upper, $"variable {index}");
        }
    }

    private void ShouldPress(double multiplier, double value, double? lower, double? upper, string what)
    {
        var slack = 1000 * Tolerance;
        if (multiplier > slack) value.Should().BeApproximately(lower!.Value, slack * Math.Max(1, Math.Abs(lower.Value)), what);
        if (multiplier < -slack) value.Should().BeApproximately(upper!.Value, slack * Math.Max(1, Math.Abs(upper.Value)), what);
    }
}
