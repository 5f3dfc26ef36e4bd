using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Pipeline.Tests.Diagnosis;

/// <summary>
/// Problems with conflicts that are known: each plant is a set of two to five statements about amounts of its own that cannot hold together, while any
/// of them may be missed; loose statements about all amounts stand around them, and all are shuffled. So the plants are the only irreducible sets.
/// </summary>
internal sealed class PlantedConflicts
{
    private readonly Random _random;
    private readonly List<DecisionVariable> _variables = [];
    private readonly List<List<Statement>> _plants = [];

    public PlantedConflicts(int seed)
    {
        _random = new Random(seed);
        List<int> kinds = [seed % 11, .. seed % 2 == 1 ? [(seed / 2 + 3) % 11] : Array.Empty<int>()];
        foreach (var kind in kinds) _plants.Add(Plant(kind));
        ImmutableArray<DecisionVariableId> all = [.. _variables.Select(variable => variable.Id)];
        List<Statement> statements =
        [
            .. _plants.SelectMany(plant => plant),
            new Statement.Sum(all, new Limit.AtMost(N(100_000))),
            new Statement.WeightedSum([.. all.Select(id => new WeightedVariable(id, N(_random.Next(1, 9))))], new Limit.AtMost(N(1_000_000))) { Unit = "hours" },
            new Statement.SingleVariable(all[_random.Next(all.Length)], new Limit.AtMost(N(50_000))),
            new Statement.Proportion([all[0]], all, new Limit.AtMost(N(1))),
        ];
        var shuffled = statements.OrderBy(_ => _random.Next()).ToImmutableArray();
        var objective = new ObjectiveStatement(
            ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit", [.. all.Select(id => new WeightedVariable(id, N(_random.Next(1, 20))))]) { Unit = "$" };
        Formulation = new(Source.Of("A made-up plan."), [.. _variables], objective, shuffled, [], [], 1);
        Expected = [.. _plants.Select(plant => plant.Select(statement => shuffled.IndexOf(statement)).Order().ToImmutableArray())];
    }

    public ProblemFormulation Formulation { get; }

    /// <summary>Positions of the statements of each plant, ascending.</summary>
    public ImmutableArray<ImmutableArray<int>> Expected { get; }

    private static SourcedNumber N(double value) => new(value);

    private static Statement AtLeast(DecisionVariableId variable, double least) => new Statement.SingleVariable(variable, new Limit.AtLeast(N(least)));

    private static Statement AtMost(DecisionVariableId variable, double most) => new Statement.SingleVariable(variable, new Limit.AtMost(N(most)));

    private List<Statement> Plant(int kind)
    {
        var isWhole = kind is 4 or 5 or 6 or 8 or 9 || _random.Next(2) == 0;
        var ids = Enumerable.Range(0, kind == 2 ? 4 : 2).Select(_ => Variable(isWhole)).ToList();
        var (a, b) = (_random.Next(20, 60), _random.Next(20, 60));
        return kind switch
        {
            0 => [AtLeast(ids[0], a + b), AtMost(ids[0], a)],
            1 => [AtLeast(ids[0], a), AtLeast(ids[1], b), new Statement.Sum([ids[0], ids[1]], new Limit.AtMost(N(Math.Max(a, b) + 5)))],
            2 => [.. ids[..4].Select(id => AtLeast(id, a)), new Statement.WeightedSum([.. ids[..4].Select(id => new WeightedVariable(id, N(3)))], new Limit.AtMost(N(11 * a)))],
            3 => [AtMost(ids[0], a), new Statement.Comparison(ids[1], ComparisonOperator.AtMost, N(2), ids[0]), AtLeast(ids[1], 2 * a + 7)],
            4 => [new Statement.ActivityRequirement(new(ids[0])), Statement.Implication.Of(new(ids[0]), new(ids[1])), new Statement.ActivityRequirement(new(ids[1], false))],
            5 =>
            [
                new Statement.ActivityRequirement(new(ids[0])), new Statement.ActivityRequirement(new(ids[1])),
                new Statement.Cardinality([new(ids[0]), new(ids[1])], new Limit.AtMost(N(1))),
            ],
            6 => [AtLeast(ids[0], a + 0.2), AtMost(ids[0], a + 0.8)],
            7 => [new Statement.SumComparison([ids[0]], ComparisonOperator.AtMost, N(1), [ids[1]], N(-20 - a)), AtMost(ids[1], a)],
            8 =>
            [
                AtLeast(ids[0], 10), AtMost(ids[1], b),
                new Statement.ConditionalLimit(new(ids[0]), [new(ids[1], N(1))], new Limit.AtLeast(N(b + 30))),
            ],
            9 =>
            [
                AtMost(ids[0], 10), new Statement.ActivityRequirement(new(ids[0])),
                new Statement.ConditionalLimit(new(ids[0]), [new(ids[0], N(1))], new Limit.Between(N(20), N(30))),
            ],
            _ =>
            [
                AtLeast(ids[0], a), new Statement.Proportion([ids[0]], [ids[0], ids[1]], new Limit.AtMost(N(0.25))),
                AtMost(ids[1], a),
            ],
        };
    }

    private DecisionVariableId Variable(bool isWhole)
    {
        var id = new DecisionVariableId(_variables.Count);
        _variables.Add(new(id, $"thing {id.Index + 1}", [], null, isWhole ? Divisibility.Whole : Divisibility.Divisible, "made up"));
        return id;
    }
}
