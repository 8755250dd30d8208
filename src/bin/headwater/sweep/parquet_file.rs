//! The table of a sweep in Parquet: five columns of words, five of numbers that may be missing.

use std::sync::Arc;

use headwater::error::Faults;
use parquet::basic::{Compression, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use crate::run::Given;
use crate::sweep::{HEADER, Pair, cells};

/// Columns of words; the rest are numbers.
const WORDS: usize = 5;

/// The file's bytes.
pub fn bytes(pairs: &[Pair], given: &[Given]) -> Result<Vec<u8>, Faults> {
    write(pairs, given).map_err(|error| Faults::one("parquet", "", format!("could not be written: {error}")))
}

fn write(pairs: &[Pair], given: &[Given]) -> Result<Vec<u8>, ParquetError> {
    let rows: Vec<_> = pairs.iter().flat_map(|pair| pair.rows.iter().map(move |row| cells(pair, row, given))).collect();
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("headwater {}", env!("CARGO_PKG_VERSION")))
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema()?, Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    let mut index = 0;
    while let Some(mut column) = group.next_column()? {
        if index < WORDS {
            let values: Vec<ByteArray> = rows.iter().map(|(words, _)| ByteArray::from(words[index])).collect();
            column.typed::<ByteArrayType>().write_batch(&values, None, None)?;
        } else {
            let cell = |numbers: &[Option<f64>; 5]| numbers[index - WORDS];
            let there: Vec<i16> = rows.iter().map(|(_, numbers)| i16::from(cell(numbers).is_some())).collect();
            let values: Vec<f64> = rows.iter().filter_map(|(_, numbers)| cell(numbers)).collect();
            column.typed::<DoubleType>().write_batch(&values, Some(&there), None)?;
        }
        column.close()?;
        index += 1;
    }
    group.close()?;
    writer.into_inner()
}

fn schema() -> Result<Arc<Type>, ParquetError> {
    let field = |(index, name): (usize, &&str)| {
        let builder = if index < WORDS {
            Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(parquet::basic::LogicalType::String))
        } else {
            Type::primitive_type_builder(name, Physical::DOUBLE).with_repetition(Repetition::OPTIONAL)
        };
        builder.build().map(Arc::new)
    };
    let fields = HEADER.iter().enumerate().map(field).collect::<Result<Vec<_>, _>>()?;
    Type::group_type_builder("sweep").with_fields(fields).build().map(Arc::new)
}
