using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Sampling;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Modeling;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>
/// Draws problems with logic, without words: a few things with amounts, limits on them, and clauses about which are done at all. The plan that
/// all clauses keep leaves some things out.
/// </summary>
/// <param name="banks">The domains to draw from.</param>
/// <param name="mix">The templates of <see cref="LogicMix"/> to draw from, with their shares.</param>
internal sealed class LogicProblemDraw(ImmutableArray<DomainBank> banks, ImmutableArray<(string Template, double Weight)> mix)
{
    private const double ShareOfDone = 0.65;
    private const double ShareOfSecondRows = 0.6;
    private const double ShareOfBoundsOnAll = 0.45;
    private const double ShareOfBalanced = 0.2;

    /// <summary>A problem meant to have an outcome; only solving tells whether it has.</summary>
    public SampledProblem Draw(RandomNumbers random, GeneratedOutcome outcome)
    {
        var bank = random.Pick(banks);
        var family = random.Pick(bank.Families);
        var numbers = new NumberDraw(random);
        var situation = new SituationDraw(random, numbers);
        var names = situation.Names(family, LogicMix.Sizes);
        var objective = new ObjectiveDraw(random, situation).Draw(family, names.Length);
        var plan = situation.Plan(family, names.Length);
        var kept = random.NextIndex(plan.Length);
        for (var index = 0; index < plan.Length; index++)
            if (index != kept && !random.Chance(ShareOfDone)) plan[index] = 0;
        if (random.Chance(ShareOfBalanced)) Balance(plan, random);
        var sayings = Rows(new StatementDraw(numbers, situation, family, objective, plan), random, objective.Sense, outcome);
        if (outcome != GeneratedOutcome.Unbounded && random.Chance(ShareOfBoundsOnAll)) sayings.Add(BoundsOnAll(plan, family, numbers));
        Logic(sayings, new LogicDraw(numbers, plan, family.Typical, family.Whole), new FixedChargeDraw(numbers, objective, plan), random);
        var problem = new SampledProblem(bank, family, names, objective, [.. sayings]);
        return outcome == GeneratedOutcome.Infeasible ? Contradiction.In(problem, random, numbers) : problem;
    }

    /// <summary>Makes one thing a multiple of two others together, so that sums have something to say about each other.</summary>
    private static void Balance(double[] plan, RandomNumbers random)
    {
        if (plan.Length < 3) return;
        var things = random.Shuffled(Enumerable.Range(0, plan.Length));
        if (plan[things[1]] + plan[things[2]] is > 0 and var sum) plan[things[0]] = sum * random.Between(1, 2);
    }

    private static List<Saying> Rows(StatementDraw draw, RandomNumbers random, ObjectiveSense sense, GeneratedOutcome outcome)
    {
        var sayings = new List<Saying>();
        var stopping = TemplateMix.Stopping(sense);
        if (outcome != GeneratedOutcome.Unbounded && (draw.Draw(stopping[0]) ?? draw.Draw(stopping[1])) is { } stop) sayings.Add(stop);
        var other = random.Chance(0.5) && outcome != GeneratedOutcome.Unbounded ? "weighted-sum-upper-bound" : "weighted-sum-lower-bound";
        if (random.Chance(ShareOfSecondRows) && draw.Draw(other) is { } second) sayings.Add(second);
        return sayings;
    }

    private static BoundSaying BoundsOnAll(double[] plan, Family family, NumberDraw numbers) => new(
        [.. Enumerable.Range(0, plan.Length)],
        [.. plan.Select(planned => new SampledLimit(LimitDirection.AtMost, numbers.Limit(Math.Max(planned, family.Typical), isUpper: true, 2, null, family.Whole)))]);

    private void Logic(List<Saying> sayings, LogicDraw draw, FixedChargeDraw charges, RandomNumbers random)
    {
        var wanted = sayings.Count + random.Pick(LogicMix.Lengths, pair => pair.Weight).Count;
        for (var attempt = 0; attempt < 12 && sayings.Count < wanted; attempt++)
        {
            var template = random.Pick(mix, pair => pair.Weight).Template;
            if (template == LogicMix.FixedCharge) charges.Add(sayings);
            else if (draw.Draw(template) is { } saying) sayings.Add(saying);
        }
    }
}
