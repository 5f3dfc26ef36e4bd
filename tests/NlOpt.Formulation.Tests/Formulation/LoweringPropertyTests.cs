using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Modeling;
using static NlOpt.Formulation.Tests.Formulation.Examples;

namespace NlOpt.Formulation.Tests.Formulation;

public class LoweringPropertyTests
{
    private const int VariableCount = 3;
    private const int Largest = 4;

    /// <summary>A plan is allowed by the model, for some values of the binaries, exactly when it does what every statement says.</summary>
    [Property(MaxTest = 300)]
    public Property LoweringMeansWhatTheStatementsMean() => Prop.ForAll(Problems.ToArbitrary(), problem =>
    {
        var lowered = Lowering.Lower(problem).Value;
        foreach (var plan in Plans())
        {
            var meant = problem.Statements.All(statement => Holds(statement, plan));
            Allows(lowered, plan).Should().Be(meant, "plan {0} under {1}", string.Join(' ', plan), string.Join("; ", problem.Statements));
        }
    });

    private static Gen<ProblemFormulation> Problems =>
        from statements in Gen.ListOf(AnyStatement).Select(list => list.Take(4))
        select Problem() with
        {
            Variables = [Variable(0, "a"), Variable(1, "b"), Variable(2, "c")],
            Objective = Profit with { Terms = [Term(new(0), 1)] },
            Statements = [.. statements],
        };

    private static Gen<DecisionVariableId> Id => Gen.Choose(0, VariableCount - 1).Select(index => new DecisionVariableId(index));

    private static Gen<(DecisionVariableId First, DecisionVariableId Second)> Pair =>
        from first in Gen.Choose(0, VariableCount - 1)
        from step in Gen.Choose(1, VariableCount - 1)
        select (new DecisionVariableId(first), new DecisionVariableId((first + step) % VariableCount));

    private static Gen<Limit> LimitIn(Gen<double> number) =>
        from low in number
        from high in number
        from limit in Gen.Elements(Limits(Math.Min(low, high), Math.Max(low, high)).AsEnumerable())
        select limit;

    private static Gen<double> Whole(int from, int to) => Gen.Choose(from, to).Select(value => (double)value);

    private static Gen<bool> Flag => Gen.Elements(true, false);

    private static Gen<Statement> AnyStatement => Gen.OneOf(
        from id in Id
        from limit in LimitIn(Whole(0, 5))
        select (Statement)new Statement.SingleVariable(id, limit),
        from pair in Pair
        from limit in LimitIn(Whole(0, 8))
        select (Statement)new Statement.Sum([pair.First, pair.Second], limit),
        from pair in Pair
        from one in Whole(-2, 4)
        from two in Whole(1, 4)
        from limit in LimitIn(Whole(0, 20))
        select (Statement)new Statement.WeightedSum([Term(pair.First, one), Term(pair.Second, two)], limit),
        from pair in Pair
        from limit in LimitIn(Gen.Elements(0, 0.25, 0.5, 0.75, 1))
        select (Statement)new Statement.Proportion([pair.First], [pair.First, pair.Second], limit),
        from pair in Pair
        from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
        from factor in Gen.Elements(0.5, 1, 2)
        select (Statement)new Statement.Comparison(pair.First, comparison, N(factor), pair.Second),
        from pair in Pair
        from condition in Flag
        from consequence in Flag
        select (Statement)Statement.Implication.Of(new(pair.First, condition), new(pair.Second, consequence)),
        from order in Gen.Shuffle(Enumerable.Range(0, VariableCount).ToArray())
        from flags in Gen.ArrayOf(Flag, 5)
        let activities = order.Index().Select(pair => new Activity(new(pair.Item), flags[pair.Index])).ToArray()
        let pair = new ActivityGroup([activities[0], activities[1]], flags[3])
        let single = ActivityGroup.Of(activities[2])
        select (Statement)(flags[4] ? new Statement.Implication(pair, single) : new Statement.Implication(single, pair)),
        from pair in Pair
        from one in Flag
        from other in Flag
        select (Statement)new Statement.Equivalence(new(pair.First, one), new(pair.Second, other)),
        from id in Id
        from flag in Flag
        select (Statement)new Statement.ActivityRequirement(new(id, flag)),
        from pair in Pair
        from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
        from factor in Gen.Elements(0.5, 1, 2)
        from difference in Whole(-3, 3)
        from three in Flag
        let third = new DecisionVariableId(VariableCount - pair.First.Index - pair.Second.Index)
        select (Statement)new Statement.SumComparison(three ? [pair.First, third] : [pair.First], comparison, N(factor), [pair.Second], N(difference)),
        from pair in Pair
        from one in Whole(-2, 3)
        from two in Whole(1, 3)
        from charge in Whole(-3, 5)
        from limit in LimitIn(Whole(0, 20))
        select (Statement)new Statement.WeightedSum([Term(pair.First, one), Term(pair.Second, two)], limit) { FixedCharges = [new(pair.First, N(charge))] },
        from id in Id
        from limit in LimitIn(Whole(0, 5))
        select (Statement)new Statement.ConditionalLimit(new(id), [Term(id, 1)], limit),
        from id in Id
        from flag in Flag
        from pair in Pair
        from one in Whole(-2, 3)
        from two in Whole(1, 3)
        from limit in LimitIn(Whole(0, 8))
        select (Statement)new Statement.ConditionalLimit(new(id, flag), [Term(pair.First, one), Term(pair.Second, two)], limit),
        from flags in Gen.ArrayOf(Flag, VariableCount)
        from limit in LimitIn(Whole(0, 3))
        select (Statement)new Statement.Cardinality([.. flags.Select((flag, index) => new Activity(new(index), flag))], limit));

    private static IEnumerable<double[]> Plans() =>
        from a in Enumerable.Range(0, Largest + 1)
        from b in Enumerable.Range(0, Largest + 1)
        from c in Enumerable.Range(0, Largest + 1)
        select new double[] { a, b, c };

    private static bool Holds(Statement statement, double[] plan)
    {
        double Total(IEnumerable<DecisionVariableId> variables) => variables.Sum(variable => plan[variable.Index]);
        bool Done(Activity activity) => plan[activity.Variable.Index] > 0 == activity.IsActive;
        bool Are(ActivityGroup group) => group.IsAll ? group.Activities.All(Done) : group.Activities.Any(Done);
        static bool Within(double value, Limit limit, double scale = 1) =>
            !(value < limit.Lower * scale - 1e-9) && !(value > limit.Upper * scale + 1e-9);
        return statement switch
        {
            Statement.SingleVariable(var variable, var limit) => Within(plan[variable.Index], limit),
            Statement.Sum(var variables, var limit) => Within(Total(variables), limit),
            Statement.WeightedSum sum => Within(
                sum.Terms.Sum(term => term.Value * plan[term.Variable.Index])
                + sum.FixedCharges.Sum(charge => plan[charge.Variable.Index] > 0 ? charge.Amount.Value : 0),
                sum.Limit),
            Statement.Proportion(var part, var whole, var share) => Within(Total(part), share, Total(whole)),
            Statement.Comparison(var left, ComparisonOperator.AtMost, var factor, var right) => plan[left.Index] <= factor.Value * plan[right.Index],
            Statement.Comparison(var left, ComparisonOperator.AtLeast, var factor, var right) => plan[left.Index] >= factor.Value * plan[right.Index],
            Statement.Comparison(var left, _, var factor, var right) => plan[left.Index] == factor.Value * plan[right.Index],
            Statement.SumComparison(var left, var comparison, var factor, var right, var difference) => Within(
                Total(left) - factor.Value * Total(right) - (difference?.Value ?? 0),
                comparison switch
                {
                    ComparisonOperator.AtMost => new Limit.AtMost(N(0)),
                    ComparisonOperator.AtLeast => new Limit.AtLeast(N(0)),
                    _ => new Limit.Exactly(N(0)),
                }),
            Statement.Implication(var condition, var consequence) => !Are(condition) || Are(consequence),
            Statement.Equivalence(var left, var right) => Done(left) == Done(right),
            Statement.ActivityRequirement(var activity) => Done(activity),
            Statement.ConditionalLimit(var condition, var terms, var limit) =>
                !Done(condition) || Within(terms.Sum(term => term.Value * plan[term.Variable.Index]), limit),
            Statement.Cardinality(var activities, var count) => Within(activities.Count(Done), count),
            _ => throw new InvalidOperationException(),
        };
    }

    private static bool Allows(LoweredModel lowered, double[] plan)
    {
        var model = lowered.Model;
        var binaries = model.Variables.Length - VariableCount;
        return Enumerable.Range(0, 1 << binaries).Any(bits =>
        {
            double[] values = [.. plan, .. Enumerable.Range(0, binaries).Select(bit => (double)(bits >> bit & 1))];
            bool Within(LinearExpression expression, double? lower, double? upper)
            {
                var activity = expression.Evaluate(values);
                return !(activity < lower - 1e-9) && !(activity > upper + 1e-9);
            }

            return model.Rows.All(row => Within(row.Expression, row.Lower, row.Upper))
                && model.Indicators.All(row =>
                    values[row.Binary.Index] == 1 != row.ActiveValue || Within(row.Expression, row.Lower, row.Upper));
        });
    }
}
