using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Logic;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Modeling;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>Draws whole problems without words.</summary>
/// <param name="banks">The domains to draw from.</param>
/// <param name="templates">Templates that problems must hold one of, beside the sums that stop the objective; empty for the usual mix.</param>
internal sealed class ProblemDraw(ImmutableArray<DomainBank> banks, ImmutableArray<string> templates)
{
    private const double ShareOfComparisonPlans = 0.35;
    private const double ShareOfRoundPlans = 0.12;
    private const double ShareOfLogic = 0.3;

    private readonly ImmutableArray<(string Template, double Weight)> _mix = templates.IsEmpty
        ? TemplateMix.Usual : [.. TemplateMix.Usual.Where(pair => templates.Contains(pair.Template))];

    private readonly ImmutableArray<(string Template, double Weight)> _logic = [.. LogicMix.Usual.Where(pair => templates.Contains(pair.Template))];

    /// <summary>A problem meant to have an outcome; only solving tells whether it has.</summary>
    public SampledProblem Draw(RandomNumbers random, GeneratedOutcome outcome)
    {
        if (!_logic.IsEmpty && (_mix.IsEmpty || random.Chance(ShareOfLogic))) return new LogicProblemDraw(banks, _logic).Draw(random, outcome);
        var bank = random.Pick(banks);
        var family = random.Pick(bank.Families);
        var numbers = new NumberDraw(random);
        var situation = new SituationDraw(random, numbers);
        var names = situation.Names(family, SituationDraw.UsualSizes);
        var objective = new ObjectiveDraw(random, situation).Draw(family, names.Length);
        var plan = situation.Plan(family, names.Length);
        if (random.Chance(ShareOfComparisonPlans)) Stretch(plan, random);
        if (random.Chance(ShareOfRoundPlans)) Round(plan, random);
        var draw = new StatementDraw(numbers, situation, family, objective, plan);
        var sayings = Sayings(draw, random, objective.Sense, names.Length, outcome);
        var problem = new SampledProblem(bank, family, names, objective, [.. random.Shuffled(sayings)]);
        return outcome == GeneratedOutcome.Infeasible ? Contradiction.In(problem, random, numbers) : problem;
    }

    /// <summary>Makes one thing a multiple of another, so that comparisons have something to say.</summary>
    private static void Stretch(double[] plan, RandomNumbers random)
    {
        var (large, small) = (random.NextIndex(plan.Length), random.NextIndex(plan.Length));
        if (large != small) plan[large] = Math.Max(2, Math.Round(plan[small] * random.Between(2, 5) * (random.Chance(0.3) ? 1 : 0.9)));
    }

    /// <summary>Makes things exact multiples of one another, with shares in whole fives of percents, so that equalities have something to say.</summary>
    private static void Round(double[] plan, RandomNumbers random)
    {
        var (part, parts) = random.Pick([(1, 2), (1, 4), (1, 5), (2, 5), (3, 10), (1, 10), (3, 20)]);
        var size = Math.Max(1, Math.Round(plan[0] / part));
        for (var index = 1; index < plan.Length; index++) plan[index] = size * (parts - part) / (plan.Length - 1);
        plan[0] = size * part;
        for (var index = 1; index < plan.Length; index++) plan[index] = Math.Max(2, Math.Round(plan[index]));
    }

    private List<Saying> Sayings(StatementDraw draw, RandomNumbers random, ObjectiveSense sense, int variableCount, GeneratedOutcome outcome)
    {
        var sayings = new List<Saying>();
        var stopping = TemplateMix.Stopping(sense);
        if (outcome != GeneratedOutcome.Unbounded)
        {
            var first = random.Chance(0.88) ? 0 : 1;
            if ((draw.Draw(stopping[first]) ?? draw.Draw(stopping[1 - first])) is { } stop) sayings.Add(stop);
        }

        var length = random.Pick(TemplateMix.Lengths, pair => pair.Weight).Count + (variableCount > 2 && random.Chance(0.4) ? 1 : 0);
        var mix = outcome == GeneratedOutcome.Unbounded ? [.. _mix.Where(pair => !pair.Template.Contains("upper", StringComparison.Ordinal))] : _mix;
        if (mix.IsEmpty) return sayings;
        if (!templates.IsEmpty) length = Math.Max(length, sayings.Count + 1);
        for (var attempt = 0; attempt < 12 && sayings.Count < length; attempt++)
            if (draw.Draw(random.Pick(mix, pair => pair.Weight).Template) is { } saying) sayings.Add(saying);
        return sayings;
    }
}
