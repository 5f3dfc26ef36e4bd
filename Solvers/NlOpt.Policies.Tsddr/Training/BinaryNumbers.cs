namespace NlOpt.Policies.Tsddr.Training;

/// <summary>Numbers in checkpoints: arrays with their length, and numbers that may be missing.</summary>
internal static class BinaryNumbers
{
    public static void WriteNumbers(this BinaryWriter writer, ReadOnlySpan<double> numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers) writer.Write(number);
    }

    public static double[] ReadNumbers(this BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > (reader.BaseStream.Length - reader.BaseStream.Position) / sizeof(double)) throw new FormatException("an array is longer than the file");
        var numbers = new double[count];
        for (var index = 0; index < numbers.Length; index++) numbers[index] = reader.ReadDouble();
        return numbers;
    }

    public static void WriteNumber(this BinaryWriter writer, double? number)
    {
        writer.Write(number is not null);
        writer.Write(number ?? 0);
    }

    public static double? ReadNumber(this BinaryReader reader)
    {
        var known = reader.ReadBoolean();
        var number = reader.ReadDouble();
        return known ? number : null;
    }
}
