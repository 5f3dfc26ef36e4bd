namespace NlOpt.Formulation.Units;

/// <summary>A number that was converted so that it can be added to or compared with the others of its row.</summary>
/// <param name="Evidence">The number's words.</param>
/// <param name="Value">The number as written.</param>
/// <param name="From">Its unit.</param>
/// <param name="Converted">The number in the unit of its row.</param>
/// <param name="To">That unit.</param>
/// <param name="IsSure">False where the words leave open how large a measure is: a day may be one of 8 hours, a gallon a British one.</param>
public sealed record UnitConversion(Evidence Evidence, double Value, Unit From, double Converted, Unit To, bool IsSure)
{
    /// <summary>The conversion as people write it: <c>2 hours = 120 minutes</c>.</summary>
    public override string ToString() => $"{From.Say(Value)} = {To.Say(Converted)}";
}
