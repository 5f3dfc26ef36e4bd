using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Conformance.Solvers;

public abstract partial class SolverConformance
{
    [SkippableFact]
    public void Linear_program_with_a_unique_optimum()
    {
        NeedsContinuous();
        var result = SolveToOptimum(
            new ModelDraft().Variable(5).Variable(4).Row(null, 100.5, (0, 2), (1, 3)).Row(null, 80, (0, 4), (1, 1)).Maximize(), 166.55);
        result.Primal![Id(0)].Should().BeApproximately(13.95, 100 * Tolerance);
        result.Primal[Id(1)].Should().BeApproximately(24.2, 100 * Tolerance);
    }

    [SkippableFact]
    public void Minimization_over_lower_limits()
    {
        NeedsContinuous();
        SolveToOptimum(new ModelDraft().Variable(2, upper: 6).Variable(3).Row(10, null, (0, 1), (1, 1)), 24);
    }

    [SkippableFact]
    public void Equality_row_and_free_variables()
    {
        NeedsContinuous();
        var result = SolveToOptimum(
            new ModelDraft().Variable(1, null).Variable(1, null).Row(4, 4, (0, 1), (1, -1)).Row(-5, null, (0, 1), (1, 2)), -2);
        result.Primal!.Values.Should().SatisfyRespectively(
            first => first.Should().BeApproximately(1, 100 * Tolerance), second => second.Should().BeApproximately(-3, 100 * Tolerance));
    }

    [SkippableFact]
    public void Range_row_binds_on_either_side()
    {
        NeedsContinuous();
        var draft = new ModelDraft().Variable(1).Variable(2).Row(3, 7, (0, 1), (1, 1));
        SolveToOptimum(draft, 3);
        SolveToOptimum(draft.Maximize(), 14);
    }

    [SkippableFact]
    public void Degenerate_linear_program()
    {
        NeedsContinuous();
        var draft = new ModelDraft().Variable(1).Variable(1).Maximize()
            .Row(null, 1, (0, 1)).Row(null, 1, (1, 1)).Row(null, 2, (0, 1), (1, 1)).Row(null, 4, (0, 2), (1, 2)).Row(0, 0, (0, 1), (1, -1));
        var result = SolveToOptimum(draft, 2);
        if (Solver.Capabilities.DualValues) ShouldProve(draft, result);
    }

    [SkippableFact]
    public void Constant_of_the_objective_counts() =>
        SolveToOptimum(new ModelDraft { Constant = 10 }.Variable(3, 0, 2, AnyKind).Row(null, 9, (0, 1)).Maximize(), 16);

    [SkippableFact]
    public void Negative_bounds_and_fixed_variables() =>
        SolveToOptimum(new ModelDraft().Variable(1, -7, -2, AnyKind).Variable(3, 4, 4, AnyKind).Row(-20, 20, (0, 1), (1, 1)), 5);

    [SkippableFact]
    public void Model_without_variables() => SolveToOptimum(new ModelDraft { Constant = 3 }, 3);

    [SkippableFact]
    public void Row_without_variables_holds_or_not()
    {
        SolveToOptimum(new ModelDraft().Variable(1, 2, 5, AnyKind).Row(-1, 1), 2);
        Solve(new ModelDraft().Variable(1, 2, 5, AnyKind).Row(1, null)).Termination.Should().Be(TerminationReason.Infeasible);
    }

    [SkippableFact]
    public void Model_without_rows()
    {
        SolveToOptimum(new ModelDraft().Variable(2, -1, 4, AnyKind).Variable(-3, -1, 5, AnyKind), -17);
        SolveToOptimum(new ModelDraft().Variable(2, -1, 4, AnyKind).Variable(-3, -1, 5, AnyKind).Maximize(), 11);
    }

    [SkippableFact]
    public void Zero_objective()
    {
        var result = SolveToOptimum(new ModelDraft().Variable(0, 0, 9, AnyKind).Variable(0, 0, 9, AnyKind).Row(3, 4, (0, 1), (1, 1)), 0);
        result.Primal!.Values.Sum().Should().BeInRange(3 - 10 * Tolerance, 4 + 10 * Tolerance);
    }

    [SkippableFact]
    public void Feasible_region_without_end_but_a_finite_optimum()
    {
        NeedsContinuous();
        SolveToOptimum(new ModelDraft().Variable(1, null).Variable(-1).Row(1, null, (0, 1), (1, -1)), 1);
    }

    [SkippableFact]
    public void Knapsack_with_binary_variables()
    {
        NeedsInteger();
        var result = SolveToOptimum(
            new ModelDraft().Maximize().Variable(60, kind: VariableKind.Binary).Variable(100, kind: VariableKind.Binary)
                .Variable(120, kind: VariableKind.Binary).Row(null, 50, (0, 10), (1, 20), (2, 30)), 220);
        result.Primal!.Values.Should().Equal(0, 1, 1);
    }

    [SkippableFact]
    public void Integer_variables_without_upper_bounds()
    {
        NeedsInteger();
        var result = SolveToOptimum(
            new ModelDraft().Maximize().Variable(5, kind: VariableKind.Integer).Variable(4, kind: VariableKind.Integer)
                .Row(null, 24, (0, 6), (1, 4)).Row(null, 6, (0, 1), (1, 2)).Row(null, 2, (0, -1), (1, 1)), 20);
        result.Primal!.Values.Should().OnlyContain(value => value == Math.Round(value), "values of integer variables are exactly whole");
    }

    [SkippableFact]
    public void Decimal_coefficients_of_integer_variables()
    {
        NeedsInteger();
        SolveToOptimum(
            new ModelDraft().Maximize().Variable(2.25, 0, 100, VariableKind.Integer).Variable(1.1, 0, 100, VariableKind.Integer)
                .Row(null, 10.3, (0, 1.5), (1, 0.7)), 15.65); // 1.5 * 5 + 0.7 * 4 is 10.3 in decimals
    }

    [SkippableFact]
    public void Mixed_variables_with_a_fixed_charge()
    {
        NeedsInteger();
        NeedsContinuous();
        SolveToOptimum(
            new ModelDraft().Variable(2).Variable(3.5).Variable(40, kind: VariableKind.Binary)
                .Row(30, null, (0, 1), (1, 1)).Row(null, 0, (0, 1), (2, -25)).Row(null, 30, (1, 1)), 105);
    }

    [SkippableFact]
    public void Fractional_bounds_of_integer_variables_are_rounded_inwards()
    {
        NeedsInteger();
        var draft = new ModelDraft().Variable(1, 1.2, 4.8, VariableKind.Integer).Row(null, 100, (0, 1));
        SolveToOptimum(draft, 2);
        SolveToOptimum(draft.Maximize(), 4);
        SolveToOptimum(new ModelDraft().Variable(1, 2.9999999999, 3.0000000001, VariableKind.Integer), 3);
    }

    [SkippableFact]
    public void Values_far_apart_in_size()
    {
        NeedsContinuous();
        SolveToOptimum(
            new ModelDraft().Maximize().Variable(0.004).Variable(0.003).Row(null, 250_000, (0, 1), (1, 1)).Row(null, 100_000, (0, 1)), 850);
    }

    [SkippableFact]
    public void Small_models_agree_with_trying_every_point()
    {
        NeedsInteger();
        for (var seed = 0; seed < 60; seed++)
        {
            var draft = Generator.SmallInteger(seed);
            var result = Solve(draft);
            if (draft.Enumerate() is { } best) ShouldBeOptimal(result, best);
            else result.Termination.Should().Be(TerminationReason.Infeasible, "no point of seed {0} is feasible: {1}", seed, result.Detail);
        }
    }

    [SkippableFact]
    public void Assignment_of_50_to_50()
    {
        var draft = Generator.Assignment(50, AnyKind, out var costs);
        SolveToOptimum(draft, Assignment.LeastCost(costs));
    }

    [SkippableFact]
    public void Linear_program_of_2000_rows_and_3000_variables()
    {
        NeedsContinuous();
        var draft = Generator.LinearWithKnownOptimum(2000, 3000, 7, out var optimum);
        var result = SolveToOptimum(draft, optimum);
        if (Solver.Capabilities.DualValues) result.Dual!.DualValues.Length.Should().Be(2000);
    }
}
