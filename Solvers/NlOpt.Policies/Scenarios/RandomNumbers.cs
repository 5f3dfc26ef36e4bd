namespace NlOpt.Policies.Scenarios;

/// <summary>
/// A reproducible stream of random numbers whose whole state is two numbers, so that a checkpoint can hold it (SplitMix64; Steele, Lea
/// and Flood 2014). Not for secrets.
/// </summary>
public sealed class RandomNumbers
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>Starts the stream of a seed, or goes on where another stream of that seed stood.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="position">How many numbers were drawn before.</param>
    public RandomNumbers(ulong seed, ulong position = 0) => (Seed, Position) = (seed, position);

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>Numbers drawn so far.</summary>
    public ulong Position { get; private set; }

    /// <summary>A stream of its own for a part of the work, for example an iteration; streams of different parts are unrelated.</summary>
    public RandomNumbers Fork(ulong part) => new(Mix(unchecked(Seed + Mix(unchecked(part * Increment + 1)))));

    /// <summary>64 random bits.</summary>
    public ulong NextBits() => Mix(unchecked(Seed + ++Position * Increment));

    /// <summary>A number in [0, 1).</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A standard normal number (Box and Muller; two draws each).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextUniform())) * Math.Cos(2 * Math.PI * NextUniform());

    /// <summary>A whole number in [0, <paramref name="count"/>), equally likely.</summary>
    public int NextIndex(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return (int)Math.BigMul(NextBits(), (ulong)count, out _);
    }

    /// <summary>An index drawn by probabilities.</summary>
    /// <param name="probabilities">At least one, together 1.</param>
    public int NextOutcome(ImmutableArray<double> probabilities)
    {
        var rest = NextUniform();
        for (var index = 0; index < probabilities.Length - 1; index++)
        {
            rest -= probabilities[index];
            if (rest < 0) return index;
        }

        return probabilities.Length - 1;
    }

    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
