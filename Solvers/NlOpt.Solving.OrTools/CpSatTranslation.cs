using System.Collections.Immutable;
using Google.OrTools.Sat;
using NlOpt.Modeling;
using Term = NlOpt.Modeling.Term;

namespace NlOpt.Solving.OrTools;

/// <summary>
/// Writes a problem as a CP-SAT model, exactly: every row is multiplied by the power of ten that makes its coefficients whole, its sides
/// are rounded inwards, and variables get the finite domains that bounds and rows prove. What cannot be written exactly is refused.
/// </summary>
internal sealed class CpSatTranslation
{
    // Sums of products must stay well within 64 bits; CP-SAT checks again with its own, slightly narrower rule.
    private const double LargestSum = 1L << 60;
    private const double LargestBound = 1L << 52;

    private readonly WorkingProblem _problem;
    private readonly ProvenBounds _bounds;
    private readonly CpModel _model = new();

    private CpSatTranslation(WorkingProblem problem)
    {
        _problem = problem;
        _bounds = ProvenBounds.Of(problem);
    }

    /// <summary>The model, or <c>solve.unsupported</c> with what stands in the way.</summary>
    public static Result<CpModel> Of(WorkingProblem problem)
    {
        var translation = new CpSatTranslation(problem);
        if (translation._bounds.IsEmpty) return Result.Success(translation.AddContradiction());
        var refusal = translation.AddVariables() ?? translation.AddRows() ?? translation.AddIndicators() ?? translation.AddObjective();
        return refusal is null ? Result.Success(translation._model) : Result.Failure<CpModel>(Diagnostic.Error(
            "solve.unsupported", $"the engine cp-sat computes with whole numbers of limited size, but {refusal}",
            remedy: "choose another engine, or none so that a fitting one is chosen"));
    }

    private CpModel AddContradiction()
    {
        _model.Model.Constraints.Add(Never());
        return _model;
    }

    private string? AddVariables()
    {
        for (var index = 0; index < _problem.VariableCount; index++)
        {
            var (lower, upper) = (_bounds.Lower[index], _bounds.Upper[index]);
            if (!_problem.IsInteger[index]) return $"variable {index} is continuous";
            if (!(Math.Max(Math.Abs(lower), Math.Abs(upper)) <= LargestBound)) return $"variable {index} has no finite bounds";

            _model.Model.Variables.Add(new IntegerVariableProto { Domain = { (long)lower, (long)upper } });
        }

        return null;
    }

    private string? AddRows()
    {
        for (var row = 0; row < _problem.RowCount; row++)
        {
            if (Linear(_problem.Row(row), _problem.RowLower[row], _problem.RowUpper[row]) is not { } constraint) return $"row {row} has other numbers";
            _model.Model.Constraints.Add(constraint);
        }

        return null;
    }

    private string? AddIndicators()
    {
        for (var index = 0; index < _problem.Indicators.Length; index++)
        {
            var indicator = _problem.Indicators[index];
            var constraint = Linear(
                indicator.Expression.Terms, indicator.Lower ?? double.NegativeInfinity, indicator.Upper ?? double.PositiveInfinity);
            if (constraint is null) return $"indicator row {index} has other numbers";
            constraint.EnforcementLiteral.Add(indicator.ActiveValue ? indicator.Binary.Index : -indicator.Binary.Index - 1);
            _model.Model.Constraints.Add(constraint);
        }

        return null;
    }

    private string? AddObjective()
    {
        var terms = LinearExpression.Of(_problem.Costs.ToArray().Select((cost, index) => new Term(new VariableId(index), cost))).Terms;
        if (Scale(terms) is not { } scale) return "the objective has other numbers";
        var sign = _problem.Sense == ObjectiveSense.Maximize ? -1 : 1;
        var objective = new CpObjectiveProto { ScalingFactor = sign / (double)scale, Offset = sign * _problem.ObjectiveConstant * (double)scale };
        foreach (var (variable, coefficient) in terms)
        {
            objective.Vars.Add(variable.Index);
            objective.Coeffs.Add(sign * (long)((decimal)coefficient * scale));
        }

        _model.Model.Objective = objective;
        return null;
    }

    private ConstraintProto? Linear(ImmutableArray<Term> terms, double lower, double upper)
    {
        if (Scale(terms) is not { } scale) return null;
        var (least, most) = (Side(lower, scale, decimal.Ceiling), Side(upper, scale, decimal.Floor));
        if (least > most) return Never(); // no whole number lies between the sides
        var linear = new LinearConstraintProto { Domain = { least, most } };
        foreach (var (variable, coefficient) in terms)
        {
            linear.Vars.Add(variable.Index);
            linear.Coeffs.Add((long)((decimal)coefficient * scale));
        }

        return new ConstraintProto { Linear = linear };
    }

    /// <summary>A constraint that nothing satisfies: at least one of no literals.</summary>
    private static ConstraintProto Never() => new() { BoolOr = new BoolArgumentProto() };

    /// <summary>A side so far out that no sum reaches it counts as none.</summary>
    private static long Side(double side, decimal scale, Func<decimal, decimal> round)
    {
        if (Math.Abs(side) * (double)scale < 2 * LargestSum) return (long)round((decimal)side * scale);
        return side < 0 ? long.MinValue : long.MaxValue;
    }

    /// <summary>The smallest power of ten that makes all coefficients whole; null when there is none or the sum could grow too large.</summary>
    private decimal? Scale(ImmutableArray<Term> terms)
    {
        var digits = 0;
        foreach (var term in terms)
        {
            if (!(Math.Abs(term.Coefficient) < LargestBound) || (double)(decimal)term.Coefficient != term.Coefficient) return null;
            digits = Math.Max(digits, ((decimal)term.Coefficient).Scale);
        }

        var scale = 1m;
        for (var digit = 0; digit < digits; digit++) scale *= 10;
        var sum = 0.0;
        foreach (var (variable, coefficient) in terms)
            sum += Math.Abs(coefficient) * (double)scale * Math.Max(1, Math.Max(Math.Abs(_bounds.Lower[variable.Index]), Math.Abs(_bounds.Upper[variable.Index])));
        return sum < LargestSum ? scale : null;
    }
}
