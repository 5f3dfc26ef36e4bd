using ILGPU;

namespace NlOpt.Policies.Ilgpu;

/// <summary>
/// The rollout of one scenario by one group of threads: features, dense layers, fractions and reachable target, stage after stage, without
/// leaving the device. Threads share the units of a layer; the cascade is short and one thread goes down it.
/// </summary>
internal static class RolloutKernel
{
    public const int VolumesOfReservoir = 5;

    /// <summary>Numbers that a group keeps in shared memory.</summary>
    public static int SharedNumbers(int width, int reservoirs) => 2 * width + 2 * reservoirs;

    public static void Run(RolloutData data)
    {
        var scenario = Grid.IdxX;
        var shared = SharedMemory.GetDynamic<double>();
        var current = shared.SubView(0, data.Width);
        var next = shared.SubView(data.Width, data.Width);
        var volume = shared.SubView(2 * data.Width, data.Reservoirs);
        var arriving = shared.SubView(2 * data.Width + data.Reservoirs, data.Reservoirs);
        for (var index = Group.IdxX; index < data.Reservoirs; index += Group.DimX) volume[index] = data.Initial[index];
        Group.Barrier();
        for (var stage = 0; stage < data.Stages; stage++)
        {
            var noise = data.NoiseValues.SubView((scenario * data.Stages + stage) * data.Noises, data.Noises);
            FillFeatures(data, stage, noise, volume, current);
            Group.Barrier();
            var inputs = data.Features;
            var start = 0;
            for (var layer = 0; layer < data.Sizes.IntLength; layer++)
            {
                var outputs = data.Sizes[layer];
                var isLast = layer == data.Sizes.IntLength - 1;
                for (var unit = Group.IdxX; unit < outputs; unit += Group.DimX)
                {
                    var sum = data.Parameters[start + inputs * outputs + unit];
                    for (var input = 0; input < inputs; input++) sum += current[input] * data.Parameters[start + input * outputs + unit];
                    next[unit] = isLast ? Fraction(sum, data.Stretch) : DeviceFunctions.Tanh(sum);
                }

                Group.Barrier();
                start += (inputs + 1) * outputs;
                inputs = outputs;
                var swap = current;
                current = next;
                next = swap;
            }

            if (Group.IdxX == 0) Descend(data, noise, current, volume, arriving);
            Group.Barrier();
            var targets = data.Targets.SubView((scenario * data.Stages + stage) * data.Reservoirs, data.Reservoirs);
            for (var index = Group.IdxX; index < data.Reservoirs; index += Group.DimX) targets[index] = volume[index];
            Group.Barrier();
        }
    }

    private static void FillFeatures(RolloutData data, int stage, ArrayView<double> noise, ArrayView<double> volume, ArrayView<double> features)
    {
        for (var index = Group.IdxX; index < data.Features; index += Group.DimX)
        {
            var state = index - data.Noises;
            var alone = state - data.Reservoirs;
            features[index] = state < 0 ? noise[index] / data.Scale[index]
                : alone < 0 ? volume[state] / data.Scale[index]
                : data.StageValues[stage * data.StageFeatures + alone];
        }
    }

    /// <summary>The activation of <see cref="FractionActivation"/>.</summary>
    private static double Fraction(double output, double stretch)
    {
        var stretched = (1 + 2 * stretch) * DeviceFunctions.Logistic(output) - stretch;
        return stretched < 0 ? 0 : stretched > 1 ? 1 : stretched;
    }

    /// <summary>The map of <see cref="HydroTargetMap"/>: volumes before the stage become the targets.</summary>
    private static void Descend(
        RolloutData data, ArrayView<double> noise, ArrayView<double> fraction, ArrayView<double> volume, ArrayView<double> arriving)
    {
        for (var index = 0; index < data.Reservoirs; index++) arriving[index] = 0;
        for (var position = 0; position < data.Reservoirs; position++)
        {
            var index = data.Order[position];
            var constants = data.Volumes.SubView(index * VolumesOfReservoir, VolumesOfReservoir);
            var own = volume[index] + data.VolumePerFlow * noise[index];
            var highest = Smaller(Larger(own - constants[2] + constants[4], 0), constants[1]);
            var lowest = Smaller(constants[0], highest);
            var available = own + arriving[index];
            var target = Smaller(lowest + (highest - lowest) * fraction[index], Larger(0, available - constants[2]));
            var released = available - target;
            var turbined = Smaller(constants[3], released);
            var turbine = data.Downstream[2 * index];
            var spill = data.Downstream[2 * index + 1];
            if (turbine >= 0) arriving[turbine] += turbined;
            if (spill >= 0) arriving[spill] += released - turbined;
            volume[index] = target;
        }
    }

    private static double Smaller(double left, double right) => left < right ? left : right;

    private static double Larger(double left, double right) => left > right ? left : right;
}
