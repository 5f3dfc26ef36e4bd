using ILGPU;
using ILGPU.Runtime;

namespace NlOpt.Policies.Ilgpu;

/// <summary>
/// The forward half of a gradient engine on a device: a decision rule through all stages of many scenarios in one launch. For dense networks
/// and hydrothermal problems; not for several threads at once.
/// </summary>
public sealed class DeviceRollout : IDisposable
{
    private const int LargestGroup = 64;

    private readonly Accelerator _accelerator;
    private readonly MultistageProblem _problem;
    private readonly DecisionRule _rule;
    private readonly Action<KernelConfig, RolloutData> _kernel;
    private readonly List<MemoryBuffer> _buffers = [];
    private readonly RolloutData _fixed;

    private DeviceRollout(ComputeDevice device, MultistageProblem problem, DecisionRule rule, HydroCase hydroCase, ImmutableArray<int> sizes)
    {
        (_accelerator, _problem, _rule) = (device.Accelerator, problem, rule);
        var features = rule.Features;
        var stageFeatures = features.Count - features.NoiseScale.Length - features.StateScale.Length;
        var stageValues = new double[problem.StageCount * stageFeatures];
        for (var stage = 0; stage < problem.StageCount; stage++) features.FillStage(stage, stageValues.AsSpan(stage * stageFeatures, stageFeatures));
        var factor = hydroCase.VolumePerFlow;
        double Turbine(int index) => factor * hydroCase.UsableOutflow(index);
        _fixed = new RolloutData
        {
            Stages = problem.StageCount,
            Noises = features.NoiseScale.Length,
            Reservoirs = problem.State.Length,
            Features = features.Count,
            StageFeatures = stageFeatures,
            Width = Math.Max(features.Count, sizes.Max()),
            Stretch = rule.Activation.Stretch,
            VolumePerFlow = factor,
            Sizes = Send([.. sizes]),
            Parameters = Send([.. rule.Parameters]),
            Scale = Send([.. features.NoiseScale, .. features.StateScale]),
            StageValues = Send(stageValues),
            Initial = Send([.. problem.State.Select(state => state.Initial)]),
            Order = Send([.. hydroCase.Cascade.Order]),
            Downstream = Send([.. hydroCase.Reservoirs.SelectMany(
                reservoir => new[] { reservoir.TurbineDownstream ?? -1, reservoir.SpillDownstream ?? -1 })]),
            Volumes = Send([.. hydroCase.Reservoirs.SelectMany((reservoir, index) => new[]
            {
                reservoir.LowestVolume, reservoir.HighestVolume, factor * reservoir.LowestOutflow, Turbine(index),
                hydroCase.Cascade.TurbineUpstream[index].Sum(Turbine),
            })]),
        };
        _kernel = _accelerator.LoadStreamKernel<RolloutData>(RolloutKernel.Run);
    }

    /// <summary>Sends a rule to a device.</summary>
    /// <param name="device">The device; outlives the result.</param>
    /// <param name="problem">The problem of the rule.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The rollout, or <c>gpu.unsupported</c> when there is no kernel for such a network or map.</returns>
    public static Result<DeviceRollout> Open(ComputeDevice device, MultistageProblem problem, DecisionRule rule)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rule);
        ImmutableArray<int>? sizes = rule.Network switch
        {
            MultilayerPerceptron perceptron => [.. perceptron.Hidden, perceptron.OutputSize],
            LinearNetwork linear => [linear.OutputSize],
            _ => null,
        };
        if (sizes is not { } dense || rule.Map is not HydroTargetMap map)
        {
            return Result.Failure<DeviceRollout>(Diagnostic.Error(
                "gpu.unsupported", "there are kernels for dense networks and the targets of hydrothermal problems alone",
                remedy: "use the processor"));
        }

        return Result.Success(new DeviceRollout(device, problem, rule, map.Case, dense));
    }

    /// <summary>Computes the targets of all stages.</summary>
    /// <param name="scenarios">Scenarios of the problem.</param>
    /// <returns>[scenario x stage x state].</returns>
    public double[] Run(ScenarioSet scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var noises = _rule.Features.NoiseScale.Length;
        var values = new double[scenarios.Count * _problem.StageCount * noises];
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
        {
            for (var stage = 0; stage < _problem.StageCount; stage++)
            {
                var noise = _problem.NoiseAt(stage).Outcome(scenarios.Outcome(scenario, stage));
                noise.CopyTo(values.AsSpan((scenario * _problem.StageCount + stage) * noises));
            }
        }

        var targets = new double[scenarios.Count * _problem.StageCount * _problem.State.Length];
        using var noiseThere = _accelerator.Allocate1D(values);
        using var targetsThere = _accelerator.Allocate1D<double>(targets.Length);
        var shared = SharedMemoryConfig.RequestDynamic<double>(RolloutKernel.SharedNumbers(_fixed.Width, _fixed.Reservoirs));
        var group = Math.Min(LargestGroup, _accelerator.MaxNumThreadsPerGroup);
        _kernel(new KernelConfig(scenarios.Count, group, shared), _fixed with { NoiseValues = noiseThere.View, Targets = targetsThere.View });
        _accelerator.Synchronize();
        targetsThere.CopyToCPU(targets);
        return targets;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in _buffers) buffer.Dispose();
    }

    private ArrayView<T> Send<T>(T[] numbers)
        where T : unmanaged
    {
        var buffer = _accelerator.Allocate1D(numbers);
        _buffers.Add(buffer);
        return buffer.View;
    }
}
