using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>The gold declarations by their meaning: a model over the gold columns, variables at least 0, one row a declaration.</summary>
/// <param name="Problem">What was declared.</param>
/// <param name="Model">The model, all variables continuous.</param>
internal sealed record ReferenceModel(Nl4OptProblem Problem, Model Model)
{
    /// <summary>Makes it.</summary>
    /// <returns>The model, or the errors <c>eval.gold-number</c> for labels that are no numbers.</returns>
    public static Result<ReferenceModel> Of(Nl4OptProblem problem)
    {
        var errors = ImmutableArray.CreateBuilder<Diagnostic>();
        var model = Build(problem, VariableKind.Continuous, raw =>
        {
            if (Nl4OptNumber.Value(raw) is { } value) return value;
            errors.Add(Diagnostic.Error("eval.gold-number", $"the label '{raw}' of problem {problem.Id} is no number", remedy: "mend the file"));
            return 0;
        });
        return errors.Count == 0 ? Result.Success(new ReferenceModel(problem, model)) : Result.Failure<ReferenceModel>(errors.ToImmutable());
    }

    /// <summary>The type of each row as the data write it, by row id.</summary>
    public ImmutableArray<string> Types => [.. Problem.Constraints.Select(TypeOf)];

    /// <summary>The same model with variables of another kind.</summary>
    public Model With(VariableKind kind) => Build(Problem, kind, raw => Nl4OptNumber.Value(raw)!.Value);

    private static Model Build(Nl4OptProblem problem, VariableKind kind, Func<string, double> number)
    {
        var builder = new ModelBuilder();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var column = 0; column < problem.VariableCount; column++)
        {
            var name = problem.Mentions.FirstOrDefault(mention => mention.Column == column).Text;
            if (string.IsNullOrWhiteSpace(name)) name = $"column {column}";
            while (!names.Add(name)) name += "'";
            builder.AddVariable(name, kind);
        }

        builder.SetObjective(problem.Objective.Sense, problem.Objective switch
        {
            Nl4OptObjective.Weighted weighted => Weighted(weighted.Terms),
            Nl4OptObjective.Count count => LinearExpression.Of(count.Mentions.Select(Variable).Distinct().Select(variable => new Term(variable, 1))),
            var other => throw new ArgumentException($"Unknown objective {other.GetType().Name}.", nameof(problem)),
        });
        foreach (var constraint in problem.Constraints)
        {
            var (expression, limit) = Row(constraint);
            if (constraint.Operator == Nl4OptOperator.LessOrEqual) builder.AddRow(expression, null, limit);
            else builder.AddRow(expression, limit, null);
        }

        return builder.Build();

        (LinearExpression Expression, double Limit) Row(Nl4OptConstraint constraint) => constraint switch
        {
            Nl4OptConstraint.Linear linear => (Weighted(linear.Terms), number(linear.Limit)),
            Nl4OptConstraint.Sum sum => (All(1), number(sum.Limit)),
            Nl4OptConstraint.LowerBound bound => (Weighted([new(bound.Mention, "1")]), number(bound.Limit)),
            Nl4OptConstraint.UpperBound bound => (Weighted([new(bound.Mention, "1")]), number(bound.Limit)),
            Nl4OptConstraint.Ratio ratio => (LinearExpression.Of([.. All(-number(ratio.Limit)).Terms, new(Variable(ratio.Mention), 1)]), 0),
            Nl4OptConstraint.Multiple multiple =>
                (LinearExpression.Of([new(Variable(multiple.XMention), 1), new(Variable(multiple.YMention), -number(multiple.Parameter))]), 0),
            Nl4OptConstraint.Comparison comparison =>
                (LinearExpression.Of([new(Variable(comparison.XMention), 1), new(Variable(comparison.YMention), -1)]), 0),
            _ => throw new ArgumentException($"Unknown constraint {constraint.GetType().Name}.", nameof(constraint)),
        };

        LinearExpression All(double coefficient) =>
            LinearExpression.Of(Enumerable.Range(0, problem.VariableCount).Select(column => new Term(new VariableId(column), coefficient)));

        // Where labels name a column twice (a known defect), the later number counts, as in the official form.
        LinearExpression Weighted(ImmutableArray<Nl4OptTerm> terms) => LinearExpression.Of(
            terms.GroupBy(term => Variable(term.Mention)).Select(group => new Term(group.Key, number(group.Last().Number))));

        VariableId Variable(string mention) => new(problem.ColumnOf(mention) ?? OfficialCanonicalizer.ClosestColumn(problem, mention));
    }

    private static string TypeOf(Nl4OptConstraint constraint) => constraint.Type switch
    {
        Nl4OptConstraintType.Linear => "linear",
        Nl4OptConstraintType.Sum => "sum",
        Nl4OptConstraintType.LowerBound => "lowerbound",
        Nl4OptConstraintType.UpperBound => "upperbound",
        Nl4OptConstraintType.Ratio => "ratio",
        Nl4OptConstraintType.Multiple => "xby",
        _ => "xy",
    };
}
