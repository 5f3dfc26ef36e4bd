using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NlOpt.Policies.Scenarios;

/// <summary>Frozen scenarios: which outcome of the noise happens in each stage. Equal sets have equal checksums.</summary>
public sealed class ScenarioSet
{
    private readonly ImmutableArray<int> _outcomes;
    private readonly Lazy<string> _sha256; // batches of a training are sets too, and nobody asks for theirs

    private ScenarioSet(string name, int count, int stageCount, ImmutableArray<int> outcomes)
    {
        (Name, Count, StageCount, _outcomes) = (name, count, stageCount, outcomes);
        _sha256 = new Lazy<string>(Checksum);
    }

    /// <summary>What the set is, for reports.</summary>
    public string Name { get; }

    /// <summary>Number of scenarios.</summary>
    public int Count { get; }

    /// <summary>Stages each scenario covers.</summary>
    public int StageCount { get; }

    /// <summary>SHA-256 in lower-case hexadecimal of stage count and outcomes (32-bit little-endian, scenario by scenario).</summary>
    public string Sha256 => _sha256.Value;

    /// <summary>The outcome of a stage in a scenario: an index into the noise distribution of that stage.</summary>
    public int Outcome(int scenario, int stage) => _outcomes[scenario * StageCount + stage];

    /// <summary>The first scenarios of the set, or all when it has fewer.</summary>
    public ScenarioSet Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (count >= Count) return this;
        return new ScenarioSet($"{Name}, first {count}", count, StageCount, _outcomes[..(count * StageCount)]);
    }

    /// <summary>Makes a set of given outcomes.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="problem">The problem it is for.</param>
    /// <param name="outcomes">One row a scenario with one outcome a stage of the problem, counted from 0.</param>
    /// <exception cref="ArgumentException">A scenario has the wrong length or an outcome does not exist.</exception>
    public static ScenarioSet Of(string name, MultistageProblem problem, IReadOnlyList<IReadOnlyList<int>> outcomes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(outcomes);
        for (var scenario = 0; scenario < outcomes.Count; scenario++)
        {
            if (outcomes[scenario].Count != problem.StageCount)
                throw new ArgumentException($"Scenario {scenario} covers {outcomes[scenario].Count} stages, not {problem.StageCount}.", nameof(outcomes));
            for (var stage = 0; stage < problem.StageCount; stage++)
                if (outcomes[scenario][stage] < 0 || outcomes[scenario][stage] >= problem.NoiseAt(stage).Count)
                    throw new ArgumentException($"Scenario {scenario} names outcome {outcomes[scenario][stage]} in stage {stage}, which does not exist.", nameof(outcomes));
        }

        return new ScenarioSet(name, outcomes.Count, problem.StageCount, [.. outcomes.SelectMany(scenario => scenario)]);
    }

    /// <summary>Draws independent scenarios.</summary>
    /// <param name="problem">The problem they are for.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed draws the same scenarios, on every machine.</param>
    public static ScenarioSet Sample(MultistageProblem problem, int count, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var random = new RandomNumbers(seed);
        var outcomes = new int[count * problem.StageCount];
        for (var index = 0; index < outcomes.Length; index++) outcomes[index] = random.NextOutcome(problem.NoiseAt(index % problem.StageCount).Probabilities);
        return new ScenarioSet($"{count} scenarios of seed {seed}", count, problem.StageCount, [.. outcomes]);
    }

    /// <summary>
    /// Draws scenarios that are independent from stage to stage, while within each stage every outcome comes as often as its probability asks
    /// for (systematic sampling, then shuffled): means over such a set vary less and are still unbiased.
    /// </summary>
    /// <param name="problem">The problem they are for.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed draws the same scenarios, on every machine.</param>
    public static ScenarioSet SampleStratified(MultistageProblem problem, int count, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var random = new RandomNumbers(seed);
        var outcomes = new int[count * problem.StageCount];
        var drawn = new int[count];
        for (var stage = 0; stage < problem.StageCount; stage++)
        {
            var probabilities = problem.NoiseAt(stage).Probabilities;
            var (position, outcome, sum) = (random.NextUniform(), 0, probabilities[0]);
            for (var scenario = 0; scenario < count; scenario++, position++)
            {
                while (outcome < probabilities.Length - 1 && position >= sum * count) sum += probabilities[++outcome];
                drawn[scenario] = outcome;
            }

            for (var left = count; left > 1; left--)
            {
                var chosen = random.NextIndex(left);
                (drawn[left - 1], drawn[chosen]) = (drawn[chosen], drawn[left - 1]);
            }

            for (var scenario = 0; scenario < count; scenario++) outcomes[scenario * problem.StageCount + stage] = drawn[scenario];
        }

        return new ScenarioSet($"{count} stratified scenarios of seed {seed}", count, problem.StageCount, [.. outcomes]);
    }

    private string Checksum()
    {
        var bytes = new byte[4 * (_outcomes.Length + 1)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, StageCount);
        for (var index = 0; index < _outcomes.Length; index++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * (index + 1)), _outcomes[index]);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
